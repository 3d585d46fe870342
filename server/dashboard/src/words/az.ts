import { actions } from "./az/actions.ts";
import { looks } from "./az/appearance.ts";
import { editor } from "./az/editor.ts";
import { evals } from "./az/evals.ts";
import { history } from "./az/history.ts";
import { identity } from "./az/identity.ts";
import { identitySentences } from "./az/identity-sentences.ts";
import { importNotes } from "./az/import-notes.ts";
import { install } from "./az/install.ts";
import { problems } from "./az/problems.ts";
import { recentRuns } from "./az/recent-runs.ts";
import { runs } from "./az/runs.ts";
import { schemaFaults } from "./az/schema-faults.ts";
import { settings } from "./az/settings.ts";
import { shell } from "./az/shell.ts";
import { siteSettings } from "./az/site-settings.ts";
import { sites } from "./az/sites.ts";
import { firstSteps } from "./az/start.ts";
import { team } from "./az/team.ts";
import { testing } from "./az/testing.ts";
import { trying } from "./az/try.ts";

/** The dashboard in Azerbaijani. */
export const az = {
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
