import { actions } from "./fi/actions.ts";
import { looks } from "./fi/appearance.ts";
import { editor } from "./fi/editor.ts";
import { evals } from "./fi/evals.ts";
import { history } from "./fi/history.ts";
import { identity } from "./fi/identity.ts";
import { identitySentences } from "./fi/identity-sentences.ts";
import { importNotes } from "./fi/import-notes.ts";
import { install } from "./fi/install.ts";
import { problems } from "./fi/problems.ts";
import { recentRuns } from "./fi/recent-runs.ts";
import { runs } from "./fi/runs.ts";
import { schemaFaults } from "./fi/schema-faults.ts";
import { settings } from "./fi/settings.ts";
import { shell } from "./fi/shell.ts";
import { siteSettings } from "./fi/site-settings.ts";
import { sites } from "./fi/sites.ts";
import { firstSteps } from "./fi/start.ts";
import { team } from "./fi/team.ts";
import { testing } from "./fi/testing.ts";
import { trying } from "./fi/try.ts";

/** The dashboard in Finnish. */
export const fi = {
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
