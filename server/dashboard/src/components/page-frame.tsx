import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso/router";
import { toApiError } from "../api/api-error.ts";
import { signOut } from "../api/owner-api.ts";
import { forgetResources } from "../api/use-resource.ts";
import { mayLeave } from "../forms/unsaved-guard.ts";
import { words } from "../words/words.ts";
import { Icon, Mark } from "./icon.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { notify } from "./toast.tsx";

/** A step on the way to the page; the last one is the page itself. */
export interface Crumb {
  text: string;
  href: string;
}

/** Header with the way here, then the page. */
export function PageFrame({ crumbs = [], children }: { crumbs?: Crumb[]; children: ComponentChildren }) {
  const { path } = useLocation();
  return (
    <>
      <a class="skip-link" href="#main">
        {words.skip}
      </a>
      <header class="top-bar">
        <nav aria-label={words.breadcrumb}>
          <ol class="crumbs">
            <li>
              <a href="/" class="brand" aria-current={path === "/" ? "page" : undefined}>
                <Mark />
                {words.product}
              </a>
            </li>
            {crumbs.map((crumb, index) => (
              <li key={crumb.href}>
                <a href={crumb.href} aria-current={index === crumbs.length - 1 ? "page" : undefined}>
                  {crumb.text}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div class="top-bar-end">
          <a class="top-link" href="/team" aria-current={path === "/team" ? "page" : undefined}>
            <Icon name="team" />
            <span>{words.team.title}</span>
          </a>
          <LanguageSwitch />
          <button type="button" class="button small quiet" onClick={() => void leave()}>
            {words.signIn.out}
          </button>
        </div>
      </header>
      <main id="main" class="page" tabIndex={-1}>
        {children}
      </main>
      <footer class="page-foot">
        <LanguageSwitch />
      </footer>
    </>
  );
}

async function leave(): Promise<void> {
  if (!(await mayLeave())) return;
  try {
    await signOut();
    forgetResources();
  } catch (thrown) {
    notify(toApiError(thrown).message, true);
  }
}
