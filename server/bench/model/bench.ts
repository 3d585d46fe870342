import { toActionTool } from "../../src/agent/action-tool.ts";
import { createBuiltInModel } from "../../src/agent/built-in/model.ts";
import { errandOptions } from "../../src/agent/prompt.ts";
import { median } from "../median.ts";
import type { Row } from "../row.ts";
import { createActions } from "./actions.ts";

const ROUNDS = 15;
const MESSAGES = [
  "Where is my order ORD-1001?",
  "please cancl the booking, I changed my plans",
  "Siparişim nerede kaldı?",
  "I want to change the address of invoice INV-2026-17 and talk about the price tomorrow at 10:30",
  "What is the weather like?",
];

/** How much of a processor a decision of the built-in model takes, by how many actions a site has. */
export async function benchModel(): Promise<Row[]> {
  return [
    await measure(5, 1, "-"),
    await measure(50, 1, "< 5 ms"),
    await measure(50, 12, "-"),
    await measure(500, 1, "-"),
  ];
}

/** A conversation of so many messages is gone through again with each of them. */
async function measure(count: number, length: number, goal: string): Promise<Row> {
  const model = createBuiltInModel();
  const tools = createActions(count).map(toActionTool);
  const providerOptions = errandOptions({
    locale: "en",
    siteName: "Shop",
    timeZone: "Asia/Baku",
    signInActions: [],
    deniedActions: [],
  });
  let asked = 0;
  // No message comes twice: what is kept of texts would answer it.
  const anew = (text: string): string => `${text} (${(asked += 1)}x)`;
  const decideAll = async (): Promise<number> => {
    const before = process.cpuUsage();
    for (const text of MESSAGES) {
      const earlier = Array.from({ length: length - 1 }, (_, at) => MESSAGES[at % MESSAGES.length] ?? "");
      const said = [...earlier, anew(text)];
      const prompt = said.map((each) => ({
        role: "user" as const,
        content: [{ type: "text" as const, text: each }],
      }));
      await model.doGenerate({ prompt, tools, providerOptions });
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000 / MESSAGES.length;
  };
  const firstMs = await decideAll();
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await decideAll());
  const eachMs = median(rounds);
  const first = length === 1 ? `, the first with its words ${firstMs.toFixed(1)} ms` : "";
  return {
    what: `${count} actions, ${length === 1 ? "a message" : `${length} messages`}`,
    measured: `${eachMs.toFixed(2)} ms, ${Math.round(1_000 / eachMs)} decisions a second on one core${first}`,
    goal,
  };
}
