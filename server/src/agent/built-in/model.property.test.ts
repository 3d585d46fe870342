import { actionSchema, type Action } from "@errand/shared/action";
import { RESERVED_NAMES } from "@errand/shared/template";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bindArguments } from "../../actions/bind-arguments.ts";
import { HAND_OVER } from "./tools.ts";
import { action, actions, model, toOptions, type Line } from "./shop.fixture.ts";

const LOCALES = ["en", "az", "ru-RU", "tr", "fi", "de-AT", "es", "fr-CA", "en-US", "zh-TW", "ar"];

const ADDRESS = {
  type: "object",
  properties: {
    street: { type: "string", minLength: 2, maxLength: 40 },
    floor: { type: "integer", minimum: 0, maximum: 90 },
    kind: { enum: ["home", "work"] },
    since: { type: "string", format: "date" },
  },
  required: ["street", "floor"],
};

const shape = fc.oneof(
  fc
    .constantFrom("text", "number", "integer", "boolean", "email", "phone", "url", "date", "datetime")
    .map((type) => ({ type })),
  fc.constantFrom("text", "choice").map((type) => ({ type, options: ["low", "very high", "Yaşıl"] })),
  fc.constant({ type: "choice", options: [1, 2, 30] }),
  fc.constantFrom("Such as ORD-123", "Like 2026/001", "10001").map((hint) => ({ type: "text", hint })),
  fc
    .constantFrom(null, ADDRESS, { ...ADDRESS, minProperties: 3 })
    .map((schema) => ({ type: "object", schema })),
);
const name = fc.constantFrom(
  "order_number",
  "subject",
  "when",
  "constructor",
  "toString",
  "e-mail",
  "count",
  "place",
);
const parameter = fc.record({
  shape,
  name,
  isArray: fc.boolean(),
  required: fc.boolean(),
});

/** Actions of all kinds of parameters, as an owner may define them. */
const offer = fc
  .array(
    fc.record({
      parameters: fc.uniqueArray(parameter, { maxLength: 4, selector: ({ name }) => name }),
      confirmation: fc.constantFrom("auto", "never"),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) =>
    list.flatMap(({ parameters, confirmation }, at): Action[] => {
      const read = actionSchema.safeParse({
        identifier: `thing_${at}`,
        name: ["Send a thing", "Order pizza", "Book a table"][at],
        whenToUse: "When asked.",
        method: "POST",
        url: "https://api.shop.example.com/things",
        confirmation,
        parameters: parameters.map(({ shape, ...rest }) => ({ ...rest, ...shape })),
      });
      return read.success ? [{ ...read.data, auth: { type: "none" } }] : [];
    }),
  );

const phrase = fc.constantFrom(
  ..."send a thing|order pizza|book a table|and|yes|no|no, I meant|never mind|what can you do?|a human please".split(
    "|",
  ),
  ..."ORD-1001|INV-7|2026/017|10234|a@b.co|x@b-.co|+994 50 123 45 67|050 123 45 67 ext 5|1.234,5|9007199254740993|-3".split(
    "|",
  ),
  ..."https://example.com/a?b=1|www.example.org|24.12.|31.02.2026|next Monday|tomorrow at 10:30|in 3 days|noon".split(
    "|",
  ),
  ...'low|very high|yasil|30|"quoted"|subject: it broke|{"a":1}|{"street":"x"}|Main Street 5|7|3rd|the second|cancel it'.split(
    "|",
  ),
  ..."constructor|__proto__|Sifarişim haradadır?|где мой заказ|\ud800|\0".split("|"),
);
const text = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
  { weight: 6, arbitrary: fc.array(phrase, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" ")) },
);
const line: fc.Arbitrary<Line> = fc.oneof(
  { weight: 6, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc.record({
      call: fc.constantFrom("thing_0", "thing_1", "gone", HAND_OVER),
      input: fc.dictionary(fc.oneof(name, fc.string()), fc.jsonValue()),
      result: fc.oneof(
        fc.constant("denied" as const),
        fc.record({ outcome: fc.constantFrom("ok", "remote_error", "unknown"), data: fc.jsonValue() }),
      ),
    }),
  },
);
/** Anything, or an action's name and then answers to whatever is asked. */
const lines: fc.Arbitrary<Line[]> = fc.oneof(
  { weight: 1, arbitrary: fc.array(line, { maxLength: 8 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom("send a thing", "order pizza", "book a table"),
        fc.array(phrase, { minLength: 1, maxLength: 12 }),
      )
      .map(([name, answers]) => [name, ...answers]),
  },
);

test("whatever is offered and said: it answers, and its calls are offered ones whose arguments bind", async () => {
  let calls = 0;
  await fc.assert(
    fc.asyncProperty(offer, lines, fc.constantFrom(...LOCALES), async (offered, said, locale) => {
      for (let length = 1; length <= said.length; length += 1) {
        const options = toOptions(said.slice(0, length), { locale, offered, timeZone: "Asia/Baku" });
        const { content } = await model.doGenerate(options);
        expect(content.length).toBeGreaterThan(0);
        for (const part of content) {
          if (part.type === "text") expect(part.text.trim()).not.toBe("");
          if (part.type !== "tool-call") continue;
          calls += 1;
          const called = offered.find(({ identifier }) => identifier === part.toolName);
          expect(called).toBeDefined();
          expect(bindArguments(called?.parameters ?? [], JSON.parse(part.input))).toEqual({
            arguments: expect.any(Object),
          });
        }
      }
    }),
    { numRuns: 600 },
  );
  expect(calls).toBeGreaterThan(100);
});

test("the same prompt gives the same answer", async () => {
  await fc.assert(
    fc.asyncProperty(lines, fc.constantFrom(...LOCALES), async (said, locale) => {
      const ask = async () => (await model.doGenerate(toOptions(said, { locale }))).content;
      expect(await ask()).toEqual(await ask());
    }),
    { numRuns: 100 },
  );
});

test("a name that identity alone fills is never filled, not even for a tool of the page", async () => {
  const properties = Object.fromEntries([...RESERVED_NAMES].map((name) => [name, { type: "string" }]));
  const inputSchema = {
    type: "object",
    properties: { ...properties, theme: { enum: ["dark", "light"] } },
  } as const;
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 3 }), async (said) => {
      const options = toOptions([
        "change theme",
        ...said,
        "change theme user_id: 7 identity is x theme dark",
      ]);
      const tool = { type: "function", name: "change_theme", inputSchema } as const;
      const { content } = await model.doGenerate({ ...options, tools: [tool] });
      for (const part of content)
        if (part.type === "tool-call")
          expect(Object.keys(JSON.parse(part.input) as object)).toEqual(["theme"]);
    }),
    { numRuns: 50 },
  );
});

test("a page's tool that demands such a name is never called", async () => {
  const inputSchema = {
    type: "object",
    properties: { user_id: { type: "string" } },
    required: ["user_id"],
  } as const;
  const tool = { type: "function", name: "delete_user", inputSchema } as const;
  const { content } = await model.doGenerate({ ...toOptions(["delete user", "yes", "7"]), tools: [tool] });
  expect(content).toMatchObject([{ type: "text" }]);
});

test("an action that runs at once is not begun on likeness alone", async () => {
  const sendMail = action({
    identifier: "send_mail",
    name: "Send mail to all customers",
    whenToUse: "Send a newsletter mail to all customers.",
    method: "POST",
    url: "https://api.shop.example.com/mails",
    confirmation: "never",
  });
  const ask = async (...said: string[]) =>
    (await model.doGenerate(toOptions(said, { offered: [...actions, sendMail] }))).content;
  const which = "Which of these do you mean?\n\n- Send mail to all customers";
  expect(await ask("the newsletter to customers please today")).toEqual([{ type: "text", text: which }]);
  expect(await ask("the newsletter to customers please today", "yes")).toMatchObject([
    { toolName: "send_mail" },
  ]);
  expect(await ask("the newsletter to customers please today", "no")).toMatchObject([{ type: "text" }]);
  expect(await ask("Send mail to all customers")).toMatchObject([{ toolName: "send_mail" }]);
});
