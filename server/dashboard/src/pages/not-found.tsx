import { PageFrame } from "../components/page-frame.tsx";
import { usePageTitle } from "../components/page-title.ts";
import { words } from "../words/words.ts";

/** What an address shows that leads nowhere. */
export function NotFoundPage() {
  usePageTitle(words.notFound.title);
  return (
    <PageFrame>
      <div class="empty">
        <h1>{words.notFound.title}</h1>
        <p>{words.notFound.text}</p>
        <a class="button primary" href="/">
          {words.notFound.back}
        </a>
      </div>
    </PageFrame>
  );
}
