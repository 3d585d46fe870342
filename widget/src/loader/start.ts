import type { Errand, Identity } from "../errand.ts";
import type { Embed, PanelModule, RunCommand } from "../shell.ts";
import { createShell } from "./create-shell.ts";
import { emit, subscribe } from "./events.ts";
import { warm } from "./warm.ts";

/** A call that the queue stub kept: its arguments, and the two ends of the promise it answered with. */
type QueuedCall = [ArrayLike<unknown>, (value: unknown) => void, (reason: unknown) => void];

const ignore = () => {};

/**
 * Draws the launcher and takes over the global function `Errand`. A second script of the same site does
 * nothing; one of another site is refused with a sentence on the console.
 */
export function startLoader(
  { panel, ...settings }: Embed,
  script: HTMLScriptElement,
  importPanel: (address: string) => Promise<PanelModule>,
): void {
  const { site } = settings;
  const earlier: (Errand & { q?: QueuedCall[] }) | undefined = window.Errand;
  if (earlier?.site) return refuse(earlier.site, site);

  const shell = createShell(settings, script);
  const { host, launcher } = shell;
  const address = new URL(panel, script.src).href;
  let loading: Promise<RunCommand> | undefined;
  const load = () =>
    (loading ??= importPanel(address).then(
      (module) => module.createPanel(shell),
      (error: Error) => {
        loading = undefined;
        emit("error", { code: "unreachable", message: error.message });
        throw error;
      },
    ));

  const perform = async (command: string, argument?: unknown) => {
    if (command === "hide") host.hidden = true;
    await (
      await load()
    )(command, argument);
  };
  const errand = (command: string, ...args: [never, never]) =>
    command === "on" ? subscribe(...args) : perform(command, args[0]);
  const replay = ([args, resolve, reject]: QueuedCall) => {
    // `then` of an unsubscribe function never rejects, so both kinds of answer fit.
    errand(...(Array.from(args) as [string, never, never])).then(resolve, reject);
  };

  launcher.onclick = () => {
    shell.touched = true;
    perform("toggle").catch(ignore);
  };
  launcher.onfocus = launcher.onpointerenter = () => {
    load().catch(ignore);
  };
  if (script.dataset.mode === "inline") load().catch(ignore);
  else warm(address);

  const identity = givenIdentity();
  if (identity) perform("identify", identity).catch(ignore);
  window.Errand = Object.assign(errand as Errand, { site, q: { push: replay } });
  emit("ready");
  earlier?.q?.forEach(replay);
}

function refuse(running: string, refused: string): void {
  if (running === refused) return;
  // oxlint-disable-next-line no-console -- for whoever pasted two script tags
  console.error(`Errand: ${running} is on this page already, so ${refused} was left out.`);
}

function givenIdentity(): Identity | undefined {
  const { identity, getIdentity, getToken } = window.errandSettings ?? {};
  return identity ?? (getIdentity && { getIdentity }) ?? (getToken && { getToken });
}
