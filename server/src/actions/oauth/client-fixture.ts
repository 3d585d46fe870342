import { actionSchema } from "@errand/shared/action";
import type { ClientCredentials } from "@errand/shared/action-auth";
import type { Database } from "../../storage/database.ts";
import type { Endpoint, SeenRequest } from "../../../test/endpoint.ts";
import { NOW } from "../action-fixture.ts";
import { createActionStore } from "../action-store.ts";
import { sealer, startRunner } from "../run-fixture.ts";
import { createAccessTokens } from "./access-tokens.ts";
import type { ClientGrant } from "./client-grant.ts";
import { createTokenStore } from "./token-store.ts";

export const SECRET = "client-secret-0123456789";
/** How `SECRET` is sent in a header. */
export const BASIC = Buffer.from(`errand%3A1:${SECRET}`).toString("base64");

interface SetUp {
  database: Database;
  auth?: Record<string, unknown>;
  action?: Record<string, unknown>;
  /** The token endpoint's answer to its n-th request, from 1. */
  grant?: (count: number) => ReturnType<Endpoint["answer"]>;
  answer?: (request: SeenRequest) => ReturnType<Endpoint["answer"]>;
}

/** What a token endpoint grants to its n-th request. */
export const granted = (count: number, more = {}) => ({
  body: { access_token: `token-${count}-abcdefgh`, token_type: "Bearer", expires_in: 3600, ...more },
});

/** An action that authenticates by client credentials, its endpoint and token endpoint on loopback. */
export async function startClient({
  database,
  auth,
  action,
  grant = granted,
  answer = () => ({ body: { ok: true } }),
}: SetUp) {
  const clock = { ms: NOW.getTime() };
  const asked: SeenRequest[] = [];
  const called: SeenRequest[] = [];
  const now = () => new Date(clock.ms);
  const runner = await startRunner({
    database,
    now,
    answer: (request) => {
      if (request.path !== "/token") return (called.push(request), answer(request));
      return grant(asked.push(request));
    },
  });
  const actions = createActionStore({ database, sealer, egress: runner.egress });
  const input = (more: Record<string, unknown> = {}, authMore: Record<string, unknown> = {}) =>
    actionSchema.parse({
      identifier: "look_up",
      name: "Look up",
      whenToUse: "To look up.",
      method: "GET",
      url: `${runner.origin}/orders`,
      auth: {
        type: "oauth2",
        tokenUrl: `${runner.origin}/token`,
        clientId: "errand:1",
        credential: SECRET,
        ...auth,
        ...authMore,
      },
      ...action,
      ...more,
    });
  const stored = await actions.create("site_1", input());
  const tokensOfAnotherServer = () =>
    createAccessTokens({
      egress: runner.egress,
      store: createTokenStore(database, sealer),
      version: "1.2.3",
      now,
    });
  const call = (more = {}) => runner.run(stored, more);
  const bearers = () => called.map(({ headers }) => headers["authorization"]);
  const sealedToken = async () =>
    (await database.selectFrom("actions").select("access_token_sealed").executeTakeFirstOrThrow())
      .access_token_sealed;
  const ownGrant: ClientGrant = {
    siteId: "site_1",
    actionId: stored.id,
    endpointOrigin: runner.origin,
    auth: stored.definition.auth as ClientCredentials,
    clientSecret: SECRET,
    isKept: true,
  };
  const tools = { clock, actions, input, call, bearers, sealedToken, tokensOfAnotherServer };
  return { ...runner, ...tools, asked, called, stored, grant: ownGrant };
}
