import { SwitchField } from "../../../components/choice-field.tsx";
import { Note } from "../../../components/states.tsx";
import { words } from "../../../words/words.ts";
import { originOf } from "../action-form.ts";
import { ClaimRules } from "./claim-rules.tsx";
import { Part, type PartProps } from "./part.tsx";

/** What the endpoint learns of the visitor, and who may use the action. */
export function VisitorPart({ model }: PartProps) {
  const { form, change, field } = model;
  const { sendVisitorIdentity, requireVerifiedIdentity, url } = form.value;
  const host = originOf(url).replace(/^https?:\/\//, "");
  return (
    <Part name="visitor">
      <SwitchField
        {...field("/sendVisitorIdentity")}
        label={words.visitor.send}
        hint={words.visitor.sendHint}
        isOn={sendVisitorIdentity}
        onValue={(isOn) => change({ sendVisitorIdentity: isOn })}
      />
      <SwitchField
        {...field("/requireVerifiedIdentity")}
        label={words.visitor.require}
        hint={words.visitor.requireHint}
        isOn={requireVerifiedIdentity}
        onValue={(isOn) => change({ requireVerifiedIdentity: isOn })}
      />
      {requireVerifiedIdentity ? <ClaimRules model={model} /> : null}
      {sendVisitorIdentity || requireVerifiedIdentity ? (
        <Note>
          <p>
            <strong>{words.visitor.privacyTitle}</strong> {words.visitor.privacy(host)}
          </p>
          {sendVisitorIdentity ? <p>{words.visitor.foreign}</p> : null}
        </Note>
      ) : null}
    </Part>
  );
}
