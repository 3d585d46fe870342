import { ErrorBoundary } from "preact-iso/lazy";
import { LocationProvider, Route, Router } from "preact-iso/router";
import { useEffect, useErrorBoundary } from "preact/hooks";
import { session, start } from "./api/owner-api.ts";
import { ConfirmHost } from "./components/confirm.tsx";
import { lazyPage } from "./components/lazy-page.tsx";
import { ErrorState } from "./components/states.tsx";
import { ToastHost } from "./components/toast.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { SignInDialog, SignInPage } from "./pages/sign-in.tsx";
import { SitesPage } from "./pages/sites.tsx";
import { words } from "./words/words.ts";

const SitePage = lazyPage(() => import("./pages/site/site-page.tsx").then((module) => module.SitePage));
const ImportPage = lazyPage(() =>
  import("./pages/import/import-page.tsx").then((module) => module.ImportPage),
);
const ActionEditorPage = lazyPage(() =>
  import("./pages/action-editor/editor-page.tsx").then((module) => module.ActionEditorPage),
);

const TeamPage = lazyPage(() => import("./pages/team/team-page.tsx").then((module) => module.TeamPage));
const AuditPage = lazyPage(() => import("./pages/team/audit-page.tsx").then((module) => module.AuditPage));
const OwnPasswordPage = lazyPage(() =>
  import("./pages/team/own-password-page.tsx").then((module) => module.OwnPasswordPage),
);

/** The dashboard: who is signed in decides whether the pages stand, or the way in. */
export function App() {
  useEffect(() => void start(), []);
  return (
    <>
      <Pages />
      <ConfirmHost />
      <ToastHost />
    </>
  );
}

function Pages() {
  const state = session.value;
  if (state.status === "checking") return null;
  if (state.status === "signed-out") return <SignInPage />;
  if (state.status === "signed-in" && state.mustChangePassword) {
    return (
      <ErrorBoundary>
        <OwnPasswordPage />
      </ErrorBoundary>
    );
  }
  if (state.status === "unreachable") {
    return (
      <main class="page">
        <ErrorState message={state.error.message} retry={() => void start()} />
      </main>
    );
  }
  return (
    <>
      <Routes />
      {state.status === "expired" ? <SignInDialog /> : null}
    </>
  );
}

function Routes() {
  const [error, retry] = useErrorBoundary();
  if (error) {
    return (
      <main class="page">
        <ErrorState message={words.errors.page} retry={retry} />
      </main>
    );
  }
  return (
    <LocationProvider>
      <Router onRouteChange={focusPage}>
        <Route path="/" component={SitesPage} />
        <Route path="/sites/:site/actions/import" component={ImportPage} />
        <Route path="/sites/:site/actions/:action" component={ActionEditorPage} />
        <Route path="/sites/:site/:part?" component={SitePage} />
        <Route path="/sites/:site/:part/:item" component={SitePage} />
        <Route path="/team" component={TeamPage} />
        <Route path="/audit" component={AuditPage} />
        <Route default component={NotFoundPage} />
      </Router>
    </LocationProvider>
  );
}

/** A new page is read from its start, by keyboard and screen reader too. */
function focusPage(): void {
  document.querySelector("main")?.focus({ preventScroll: true });
}
