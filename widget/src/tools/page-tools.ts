import { MAX_PAGE_RESULT_BYTES, type PageTool, type ToolPart } from "@errand/shared/wire";
import type { VisitorStorage } from "../api/storage.ts";
import { toolsOf } from "../chat/apply-chunk.ts";
import { isForPage, type PageTools } from "../chat/page-calls.ts";
import type { PageToolDefinition } from "../errand.ts";
import { answerCalls, type PageResult } from "./answer-calls.ts";

const NAME = /^[a-zA-Z]\w{0,63}$/;
const MAX_TOOLS = 16;
const MAX_DESCRIPTION_LENGTH = 1000;
const MAX_SCHEMA_LENGTH = 8192;
/** For a call that does not say how long it may take. */
const DEFAULT_TIMEOUT_MS = 30_000;
const MAX_ERROR_LENGTH = 500;

/** The functions that the page offers, and what carries out calls of them. */
export interface PageToolbox extends PageTools {
  /** Offers these too, and answers with what takes them back. */
  register: (definitions: Record<string, PageToolDefinition>) => () => void;
}

export function createPageTools(life: AbortSignal, storage: VisitorStorage): PageToolbox {
  const tools = new Map<string, PageToolDefinition>();
  return {
    register(definitions) {
      if (Object(definitions) !== definitions) {
        throw new TypeError(`Errand: registerTools takes tools by name, not ${typeof definitions}.`);
      }
      const added = Object.entries(definitions);
      for (const [name, definition] of added) assertTool(name, definition);
      const count = new Set([...tools.keys(), ...Object.keys(definitions)]).size;
      if (count > MAX_TOOLS) {
        throw new TypeError(`Errand: ${count} tools are registered, at most ${MAX_TOOLS} may be.`);
      }
      for (const [name, definition] of added) tools.set(name, definition);
      return () => {
        // One that was registered anew in the meantime stays.
        for (const [name, definition] of added) if (tools.get(name) === definition) tools.delete(name);
      };
    },
    list: () => [...tools].map(([name, tool]) => toPageTool(name, tool)),
    async answer(message) {
      const calls = toolsOf(message).filter(isForPage);
      // Should the visitor leave now, the next page of this tab knows that nobody will answer.
      storage.writeTab("calls", calls.map(({ toolCallId }) => toolCallId).join());
      const answered = await answerCalls(message, (call) => run(call, tools.get(call.toolName), life));
      storage.writeTab("calls", "");
      return answered;
    },
  };
}

const toPageTool = (name: string, { description, parameters }: PageToolDefinition): PageTool => ({
  name,
  description,
  parameters: parameters ?? { type: "object", properties: {} },
});

/** Says what is wrong with a tool, because the server would refuse every message that brings it along. */
function assertTool(name: string, tool: PageToolDefinition): void {
  const refuse = (what: string) => {
    throw new TypeError(`Errand: tool "${name}" ${what}`);
  };
  if (!NAME.test(name)) refuse("must be named with up to 64 letters, digits or _, a letter first.");
  const { description, parameters, execute } =
    (tool as PageToolDefinition | null) ?? ({} as PageToolDefinition);
  if (typeof description !== "string" || !description.trim()) refuse("needs a description.");
  if (description.length > MAX_DESCRIPTION_LENGTH) {
    refuse(
      `has a description of ${description.length} characters, at most ${MAX_DESCRIPTION_LENGTH} may be.`,
    );
  }
  const schema = JSON.stringify(parameters ?? {});
  if (!schema?.startsWith("{")) refuse("needs parameters that are a JSON Schema object.");
  if (schema.length > MAX_SCHEMA_LENGTH) refuse(`has parameters of over ${MAX_SCHEMA_LENGTH} characters.`);
  if (typeof execute !== "function") refuse("needs a function execute.");
}

/** What the page's function answers; whatever goes wrong becomes a text for the model. */
async function run(
  { toolName, input, toolMetadata }: ToolPart,
  tool: PageToolDefinition | undefined,
  life: AbortSignal,
): Promise<PageResult> {
  const timeoutMs = toolMetadata?.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  try {
    if (!tool) throw new Error(`This page has no tool ${toolName}.`);
    const signal = AbortSignal.any([life, AbortSignal.timeout(timeoutMs)]);
    const output = await Promise.race([
      tool.execute((input ?? {}) as Record<string, unknown>, { signal }),
      ended(signal, timeoutMs),
    ]);
    const json = JSON.stringify(output ?? null);
    const bytes = new TextEncoder().encode(json).length;
    if (bytes > MAX_PAGE_RESULT_BYTES) {
      throw new Error(`The answer has ${bytes} bytes, at most ${MAX_PAGE_RESULT_BYTES} are taken.`);
    }
    return { output: JSON.parse(json) as unknown };
  } catch (error) {
    return { errorText: (error instanceof Error ? error.message : String(error)).slice(0, MAX_ERROR_LENGTH) };
  }
}

function ended(signal: AbortSignal, timeoutMs: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error(`It took longer than ${timeoutMs} ms.`)));
  });
}
