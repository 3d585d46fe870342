import type { ComponentChildren } from "preact";
import type { Resource } from "../api/use-resource.ts";
import { words } from "../words/words.ts";
import { Icon } from "./icon.tsx";

/** A framed part of a page with a heading. */
export function Card(props: {
  title?: string;
  text?: ComponentChildren;
  id?: string;
  aside?: ComponentChildren;
  children?: ComponentChildren;
}) {
  return (
    <section class="card" id={props.id}>
      {props.title ? (
        <header class="card-head">
          <div>
            <h2>{props.title}</h2>
            {props.text ? <p class="muted">{props.text}</p> : null}
          </div>
          {props.aside}
        </header>
      ) : null}
      {props.children}
    </section>
  );
}

/** What stands where there is nothing yet, and how to begin. */
export function EmptyState(props: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      {props.children}
    </div>
  );
}

/** A failure of the whole page or part, with a way to try again. */
export function ErrorState({ message, retry }: { message: string; retry?: () => void }) {
  return (
    <div class="error-state" role="alert">
      <Icon name="alert" />
      <p>{message}</p>
      {retry ? (
        <button type="button" class="button small" onClick={retry}>
          {words.tryAgain}
        </button>
      ) : null}
    </div>
  );
}

/** The shape of what is coming, as tall as a short list, so that nothing jumps. */
export function LoadingState() {
  return (
    <div class="loading" role="status">
      <span class="visually-hidden">{words.loading}</span>
      <div class="skeleton" />
      <div class="skeleton" />
      <div class="skeleton" />
    </div>
  );
}

/** A resource drawn in each of its states. */
export function Shown<Data>(props: {
  resource: Resource<Data>;
  children: (data: Data) => ComponentChildren;
}) {
  const { data, error, reload } = props.resource;
  if (data !== undefined) return <>{props.children(data)}</>;
  if (error) return <ErrorState message={error.message} retry={() => void reload()} />;
  return <LoadingState />;
}

/** An explanation that the owner should not miss. */
export function Note({
  tone = "info",
  children,
}: {
  tone?: "info" | "warning";
  children: ComponentChildren;
}) {
  return <div class={`note ${tone}`}>{children}</div>;
}
