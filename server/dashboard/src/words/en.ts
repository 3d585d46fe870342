import { actions } from "./en/actions.ts";
import { looks } from "./en/appearance.ts";
import { editor } from "./en/editor.ts";
import { evals } from "./en/evals.ts";
import { history } from "./en/history.ts";
import { identity } from "./en/identity.ts";
import { identitySentences } from "./en/identity-sentences.ts";
import { importNotes } from "./en/import-notes.ts";
import { install } from "./en/install.ts";
import { problems } from "./en/problems.ts";
import { recentRuns } from "./en/recent-runs.ts";
import { runs } from "./en/runs.ts";
import { schemaFaults } from "./en/schema-faults.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { siteSettings } from "./en/site-settings.ts";
import { sites } from "./en/sites.ts";
import { firstSteps } from "./en/start.ts";
import { trying } from "./en/try.ts";
import { team } from "./en/team.ts";
import { testing } from "./en/testing.ts";

/** The dashboard in English: one file an area, and no key in two of them. */
export const en = {
  ...shell,
  ...sites,
  ...actions,
  ...looks,
  ...editor,
  ...testing,
  ...trying,
  ...evals,
  ...firstSteps,
  ...install,
  ...identity,
  ...recentRuns,
  ...runs,
  ...history,
  ...team,
  ...settings,
  ...siteSettings,
  ...schemaFaults,
  ...problems,
  ...identitySentences,
  ...importNotes,
};
