import type { PreviewTrace, TraceStepView, TurnTraceView } from "@errand/shared/preview";
import { CodeBlock } from "../components/code-block.tsx";
import { prettyJson } from "../components/exchange.tsx";
import { words } from "../words/words.ts";

/** What the model saw, could choose and filled in, reply by reply; the newest stands open. */
export function Trace({ trace }: { trace: PreviewTrace }) {
  const newest = trace.items.length - 1;
  if (newest < 0) return <p class="muted">{words.try.noTrace}</p>;
  return (
    <ol class="trace">
      {trace.items.map((turn, index) => (
        <li key={turn.messageId}>
          <Turn turn={turn} number={index + 1} isOpen={index === newest} />
        </li>
      ))}
    </ol>
  );
}

function Turn({ turn, number, isOpen }: { turn: TurnTraceView; number: number; isOpen: boolean }) {
  return (
    <details open={isOpen}>
      <summary>{words.try.reply(number)}</summary>
      <ol class="trace-steps">
        {turn.steps.map((step, index) => (
          <li key={index}>
            <Step step={step} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Step({ step }: { step: TraceStepView }) {
  return (
    <>
      {step.parts.map((part, index) =>
        part.type === "text" ? (
          <p key={index}>
            <span class="badge quiet">{words.try.said}</span> {part.text}
          </p>
        ) : (
          <div key={index} class="stack tight">
            <p>
              <span class="badge good">{words.try.chose}</span> <code>{part.toolName}</code>
            </p>
            <CodeBlock text={prettyJson(part.input)} label={words.try.filled} />
          </div>
        ),
      )}
      <details>
        <summary>{words.try.couldChoose(step.tools.length)}</summary>
        <ul class="trace-tools">
          {step.tools.map(({ name, description }) => (
            <li key={name}>
              <code>{name}</code> <span class="muted">{description}</span>
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{words.try.saw(step.prompt.length)}</summary>
        {step.prompt.map(({ role, content }, index) => (
          <CodeBlock
            key={index}
            label={role}
            text={`${role}\n${typeof content === "string" ? content : JSON.stringify(content, null, 2)}`}
          />
        ))}
      </details>
    </>
  );
}
