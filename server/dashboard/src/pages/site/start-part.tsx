import type { ChecklistItem, ChecklistStep } from "@errand/shared/checklist";
import type { SiteView } from "@errand/shared/site";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { readChecklist } from "../../api/editing-api.ts";
import { api } from "../../api/owner-api.ts";
import { may } from "../../api/role.ts";
import { useResource } from "../../api/use-resource.ts";
import { RoleReason } from "../../components/allowed.tsx";
import { CodeBlock } from "../../components/code-block.tsx";
import { Icon } from "../../components/icon.tsx";
import { Shown } from "../../components/states.tsx";
import { formatAgo } from "../../words/format.ts";
import { words } from "../../words/words.ts";
import { PartHead } from "./part-head.tsx";
import type { PartProps } from "./part-props.ts";

const ASK_EVERY_MS = 4_000;

/** What is left until the first conversation; each step is ticked by what really happened. */
export function StartPart({ site }: PartProps) {
  const checklist = useResource(`checklist:${site.id}`, async () => (await readChecklist(site.id)).items);
  const isWhole = checklist.data?.every(({ isDone }) => isDone) ?? false;
  useEffect(() => {
    if (isWhole) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) void checklist.reload();
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isWhole]);
  return (
    <>
      <PartHead title={words.site.parts.start} text={words.start.text} />
      <Shown resource={checklist}>{(items) => <Checklist site={site} items={items} />}</Shown>
    </>
  );
}

function Checklist({ site, items }: { site: SiteView; items: ChecklistItem[] }) {
  const done = items.filter(({ isDone }) => isDone).length;
  const next = items.find(({ isDone }) => !isDone)?.step;
  return (
    <>
      <div class="progress">
        <p aria-live="polite">
          {next ? words.start.progress(done, items.length) : <strong>{words.start.whole}</strong>}
        </p>
        <progress max={items.length} value={done} aria-label={words.start.progress(done, items.length)} />
      </div>
      <ol class="checklist">
        {items.map((item) => (
          <Step key={item.step} site={site} item={item} isNext={item.step === next} />
        ))}
      </ol>
      {next ? (
        <p class="muted after-list">
          {words.start.password} <a href="/team">{words.start.changePassword}</a>
        </p>
      ) : null}
    </>
  );
}

function Step({ site, item, isNext }: { site: SiteView; item: ChecklistItem; isNext: boolean }) {
  const { title, text } = words.start.steps[item.step];
  const mark = item.isDone ? "is-done" : isNext ? "is-next" : "";
  return (
    <li class={`checklist-step ${mark}`}>
      <span class="checklist-mark">{item.isDone ? <Icon name="check" /> : null}</span>
      <div class="stack tight">
        <div>
          <h2>
            {title}
            <span class="visually-hidden"> {item.isDone ? words.start.done : words.start.open}</span>
          </h2>
          <p class="muted">{item.isDone ? <Proof item={item} /> : text}</p>
        </div>
        {item.isDone || !may("editor") ? null : may(leastFor(item.step)) ? (
          <Way site={site} step={item.step} isNext={isNext} />
        ) : (
          <RoleReason least="owner" />
        )}
      </div>
    </li>
  );
}

/** Whom the widget trusts is an owner's to say. */
const leastFor = (step: ChecklistStep) => (step === "origin" || step === "identity" ? "owner" : "editor");

/** What shows that a step was done. */
function Proof({ item }: { item: ChecklistItem }) {
  const { detail, lastAt } = item;
  if (detail && lastAt) return <>{words.start.seenAt(detail, formatAgo(lastAt))}</>;
  if (lastAt) return <>{words.start.seen(formatAgo(lastAt))}</>;
  return <>{detail}</>;
}

/** How a step is done: the first open one shows its main way as a button. */
function Way({ site, step, isNext }: { site: SiteView; step: ChecklistStep; isNext: boolean }) {
  const at = `/sites/${site.id}`;
  const link = (href: string, text: string, isMain = isNext): ComponentChildren => (
    <a class={isMain ? "button primary" : "button"} href={href}>
      {text}
    </a>
  );
  const ways: Record<ChecklistStep, ComponentChildren> = {
    origin: link(`${at}/install`, words.start.addOrigin),
    script: <Snippet site={site.id} />,
    identity: link(`${at}/identity`, words.start.proveVisitors),
    action: (
      <>
        {link(`${at}/actions/new`, words.start.makeAction)}
        {link(`${at}/actions/import`, words.actions.import, false)}
      </>
    ),
    conversation: link(`${at}/try`, words.site.parts.try),
  };
  return <div class="actions">{ways[step]}</div>;
}

function Snippet({ site }: { site: string }) {
  const snippet = useResource(`snippet:${site}`, () => api.readSnippet(site));
  return (
    <Shown resource={snippet}>
      {(html) => <CodeBlock text={html} label={words.install.tagTitle} canCopy />}
    </Shown>
  );
}
