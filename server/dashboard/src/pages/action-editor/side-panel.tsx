import { useState } from "preact/hooks";
import { SegmentedField } from "../../components/choice-field.tsx";
import { words } from "../../words/words.ts";
import { TestPanel } from "./test-panel.tsx";
import { TryPanel } from "./try-panel.tsx";
import type { ActionModel } from "./use-save-action.ts";

interface SidePanelProps {
  site: string;
  model: ActionModel;
  /** The saved action whose stored key a test may use. */
  savedFrom: string | undefined;
  onAnswer: (answer: unknown) => void;
}

/** Beside the form: one call of it as a test, or a whole conversation with it. */
export function SidePanel(props: SidePanelProps) {
  const [mode, setMode] = useState<"test" | "try">("test");
  return (
    <>
      <SegmentedField
        label={words.test.mode}
        isLabelHidden
        value={mode}
        options={[
          ["test", words.test.title],
          ["try", words.try.title],
        ]}
        onValue={setMode}
      />
      {/* The test stays as it is filled in while the other one is looked at. */}
      <div hidden={mode !== "test"}>
        <TestPanel {...props} />
      </div>
      {mode === "try" ? <TryPanel {...props} /> : null}
    </>
  );
}
