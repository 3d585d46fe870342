import { afterAll, beforeAll, expect, it } from "vitest";
import { runCommand } from "./command-fixture.ts";
import { createAction, createSite, startErrand, type Errand } from "./errand.ts";

/** Each command is a process of its own, which a busy machine starts slowly. */
const PATIENCE_MS = 60_000;

let errand: Errand;
beforeAll(async () => {
  errand = await startErrand();
});
afterAll(() => errand.close());

const run = (...args: string[]) => runCommand(["evals", ...args], { ERRAND_DATA_DIR: errand.dataDir });

it(
  "evals prints how each sample conversation went, and ends with 1 when one failed",
  async () => {
    const site = await createSite(errand);
    const parameters = [{ name: "number", label: "Order number", hint: "Such as ORD-123" }];
    const url = "https://api.shop.example.com/orders/{{number}}";
    await createAction(errand, site, { identifier: "lookup", name: "Look up order", url, parameters });
    const add = (body: object) => errand.admin("POST", `/sites/${site}/evals`, body);
    const expected = { action: "lookup", arguments: { number: "ORD-7" } };
    await add({ name: "a number", turns: ["Look up order ORD-7"], expected });
    expect(await run("--site", site)).toEqual({
      code: 0,
      out: "passed  a number\n1 passed, 0 failed\n",
      error: "",
    });

    await add({ name: "no number", turns: ["Look up order"], expected });
    expect(await run("--site", site, "--model", "built-in")).toEqual({
      code: 1,
      out: [
        "passed  a number",
        "FAILED  no number",
        "        Called nothing instead of lookup.",
        "        It said: What is your order number? For example ORD-123.",
        "1 passed, 1 failed",
        "",
      ].join("\n"),
      error: "",
    });
  },
  PATIENCE_MS,
);

it(
  "evals says what is wrong with what it was given",
  async () => {
    const site = await createSite(errand);
    const empty = await run("--site", site);
    expect(empty).toEqual({ code: 1, out: "", error: `--site: "${site}" has no sample conversations yet\n` });
    expect((await run("--site", "site_none")).error).toBe(
      '--site: there is no site "site_none" in this data\n',
    );
    expect((await run("--sight", site)).error).toContain("evals --site <id>");
    await errand.admin("POST", `/sites/${site}/evals`, { turns: ["hi"], expected: { action: null } });
    const unknown = await run("--site", site, "--model", "unheard-of");
    expect(unknown.error).toContain('"unheard-of" is not a model that this server knows');
  },
  PATIENCE_MS,
);
