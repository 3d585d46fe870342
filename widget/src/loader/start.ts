import type { Errand } from "../errand.ts";
import type { Embed, PanelModule, RunCommand } from "../shell.ts";
import { emit, subscribe } from "./events.ts";
import { drawLauncher } from "./launcher.ts";

type Call = [command: string, ...args: [never, never]];

/** A call that a stub kept: its arguments, and what settles the promise it answered with; or the arguments alone. */
type QueuedCall = [string | ArrayLike<unknown>, (value: unknown) => void, unknown?];

/** What fails is told by the event `error`. */
const ignore = () => {};

/**
 * Draws the launcher and takes over the global function `Errand`. A second script of the same site does
 * nothing; one of another site is refused with a sentence on the console.
 */
export function startLoader(
  settings: Embed,
  script: HTMLScriptElement,
  importPanel: (address: string) => Promise<PanelModule>,
): void {
  const { site } = settings;
  const { mode } = script.dataset;
  const earlier: (Errand & { q?: QueuedCall[] }) | undefined = window.Errand;
  if (earlier?.site) {
    // oxlint-disable-next-line no-console -- for whoever pasted two script tags
    if (earlier.site !== site) console.error(`Errand: ${earlier.site} runs here, ${site} was left out.`);
    return;
  }

  const life = new AbortController();
  const host = document.createElement("errand-chat");
  const launcher = drawLauncher(host, settings, script.dataset);
  // Beside the body, because some navigations swap the body.
  document.documentElement.append(host);

  let loading: Promise<RunCommand> | undefined;
  const fetchPanel = () => importPanel(new URL(settings.panel, script.src).href);
  const load = () =>
    (loading ??= fetchPanel().then(
      (module) => module.createPanel(host, launcher, settings, script, emit, life),
      (error: Error) => {
        loading = undefined;
        emit("error", { code: "unreachable", message: error.message });
        throw error;
      },
    ));
  const perform = async (command: string, argument?: unknown) => {
    if (command === "hide") host.hidden = true;
    return (await load())(command, argument);
  };
  const errand = (command: string, ...args: [never, never]) =>
    command === "on" ? subscribe(life, ...args) : perform(command, args[0]);
  const replay = ([called, settle, listener]: QueuedCall): unknown =>
    typeof called === "string"
      ? errand(called, settle as never, listener as never)
      : settle(errand(...(called as Call)));

  launcher.onclick = (event) => perform("toggle", event).catch(ignore);
  launcher.onfocus = launcher.onpointerenter = () => load().catch(ignore);
  // Fetched and drawn in two pauses, so that neither holds up the page.
  const whenIdle = (task: () => unknown) => (window.requestIdleCallback ?? setTimeout)(() => void task());
  const warm = () => whenIdle(() => fetchPanel().then(() => whenIdle(() => load().catch(ignore)), ignore));
  if (mode === "inline") load().catch(ignore);
  else if (!(navigator as { connection?: { saveData?: boolean } }).connection?.saveData) {
    if (document.readyState === "complete") warm();
    else addEventListener("load", warm, life);
  }

  window.Errand = Object.assign(errand as Errand, { site, q: { push: replay } });
  emit("ready");
  earlier?.q?.forEach(replay);
}
