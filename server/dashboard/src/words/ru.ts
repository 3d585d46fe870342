import { actions } from "./ru/actions.ts";
import { looks } from "./ru/appearance.ts";
import { editor } from "./ru/editor.ts";
import { evals } from "./ru/evals.ts";
import { history } from "./ru/history.ts";
import { identity } from "./ru/identity.ts";
import { identitySentences } from "./ru/identity-sentences.ts";
import { importNotes } from "./ru/import-notes.ts";
import { install } from "./ru/install.ts";
import { problems } from "./ru/problems.ts";
import { recentRuns } from "./ru/recent-runs.ts";
import { runs } from "./ru/runs.ts";
import { schemaFaults } from "./ru/schema-faults.ts";
import { settings } from "./ru/settings.ts";
import { shell } from "./ru/shell.ts";
import { siteSettings } from "./ru/site-settings.ts";
import { sites } from "./ru/sites.ts";
import { firstSteps } from "./ru/start.ts";
import { team } from "./ru/team.ts";
import { testing } from "./ru/testing.ts";
import { trying } from "./ru/try.ts";

/** The dashboard in Russian. */
export const ru = {
  ...shell,
  ...sites,
  ...firstSteps,
  ...actions,
  ...looks,
  ...editor,
  ...testing,
  ...trying,
  ...evals,
  ...install,
  ...identity,
  ...history,
  ...recentRuns,
  ...runs,
  ...settings,
  ...siteSettings,
  ...schemaFaults,
  ...problems,
  ...identitySentences,
  ...importNotes,
  ...team,
};
