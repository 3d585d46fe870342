import type { LanguageModelV4, LanguageModelV4Prompt, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  createSecret,
  createSite,
  openSession,
  startErrand,
  type Errand,
  type VisitorClient,
} from "./errand.ts";
import { says } from "./scripted-model.ts";

const COUNT = 50;

let errand: Errand;
let site: string;
let secret: string;

beforeAll(async () => {
  errand = await startErrand({ models: { resolve: () => echo } });
  site = await createSite(errand);
  secret = await createSecret(errand, site, "jwt");
});
afterAll(() => errand.close());

/** Says what it was told last, so that a mixed-up conversation shows. */
const echo: LanguageModelV4 = {
  specificationVersion: "v4",
  provider: "test",
  modelId: "echo",
  supportedUrls: {},
  doGenerate: () => Promise.reject(new TypeError("The turn loop streams")),
  doStream: async ({ prompt }) => ({
    stream: ReadableStream.from<LanguageModelV4StreamPart>(says(`You said: ${lastWords(prompt)}`)),
  }),
};

function lastWords(prompt: LanguageModelV4Prompt): string {
  const message = prompt.findLast(({ role }) => role === "user");
  const [part] = message?.role === "user" ? message.content : [];
  return part?.type === "text" ? part.text : "";
}

const everybody = Array.from({ length: COUNT }, (_, index) => index);
const all = <Result>(work: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(everybody.map(work));

const conversation = (index: number) => `cnv_of_visitor_${index}`;
const text = (index: number) => `This is visitor ${index}`;

async function signIn(index: number, previous?: VisitorClient): Promise<VisitorClient> {
  const token = await new SignJWT({ sub: `user-${index}`, name: `Visitor ${index}` })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime("10m")
    .sign(new TextEncoder().encode(secret));
  return openSession(errand, site, {
    identity: { token },
    ...(previous ? { previous: previous.session.session } : {}),
  });
}

async function textsOf(visitor: VisitorClient, id: string): Promise<string[]> {
  const messages = await visitor.history(id);
  return messages.flatMap(({ parts }) => parts.flatMap((part) => (part.type === "text" ? [part.text] : [])));
}

const said = (index: number) => [text(index), `You said: ${text(index)}`];

it("fifty visitors who sign in and out at once keep their conversations apart", async () => {
  const anonymous = await all(() => openSession(errand, site));
  // Every other one wrote before signing in, the others after it.
  await all(async (index) => {
    if (index % 2 === 0) await anonymous[index]?.say(conversation(index), text(index));
  });
  const visitors = await all((index) => signIn(index, anonymous[index]));
  await all(async (index) => {
    if (index % 2 === 1) await visitors[index]?.say(conversation(index), text(index));
  });

  const seen = await all(async (index) => textsOf(visitors[index] as VisitorClient, conversation(index)));
  expect(seen).toEqual(everybody.map(said));
  const strange = await all(async (index) => {
    const other = conversation((index + 1) % COUNT);
    return (await visitors[index]?.fetch("GET", `/v1/chat/${other}`))?.status;
  });
  expect(new Set(strange)).toEqual(new Set([404]));
  const lists = await all(async (index) => {
    const answer = await (visitors[index] as VisitorClient).fetch("GET", "/v1/chats");
    return ((await answer.json()) as { items: { id: string }[] }).items.map(({ id }) => id);
  });
  expect(lists).toEqual(everybody.map((index) => [conversation(index)]));

  const left = await all((index) =>
    (visitors[index] as VisitorClient).fetch("DELETE", "/v1/sessions/current"),
  );
  expect(new Set(left.map(({ status }) => status))).toEqual(new Set([204]));
  const after = await all(async (index) => (await visitors[index]?.fetch("GET", "/v1/chats"))?.status);
  expect(new Set(after)).toEqual(new Set([401]));
  // The anonymous sessions went into the verified ones and lead nowhere any more.
  const old = await all(async (index) => (await anonymous[index]?.fetch("GET", "/v1/chats"))?.status);
  expect(new Set(old)).toEqual(new Set([401]));

  const back = await all((index) => signIn(index));
  expect(back.map(({ session }) => session.conversation)).toEqual(everybody.map(conversation));
  expect(await all((index) => textsOf(back[index] as VisitorClient, conversation(index)))).toEqual(
    everybody.map(said),
  );
});
