import { SETTING_ROLES } from "@errand/shared/setting-roles";
import type { SiteView } from "@errand/shared/site";
import { may } from "../../api/role.ts";
import { Allowed } from "../../components/allowed.tsx";
import { SwitchField } from "../../components/choice-field.tsx";
import { LocalizedField } from "../../components/localized-field.tsx";
import { Card } from "../../components/states.tsx";
import { TextField } from "../../components/text-field.tsx";
import { type LocalizedRow, judgeRows, toLocalized, toRows } from "../../forms/localized-rows.ts";
import { words } from "../../words/words.ts";
import type { PartProps } from "../site/part-props.ts";
import { SiteForm } from "../site/site-form.tsx";
import { useSiteForm } from "../site/use-site-form.ts";

interface HandOver {
  enabled: boolean;
  webhookUrl: string;
  email: string;
  message: LocalizedRow[];
}

const toForm = ({ handOver }: SiteView): HandOver => ({
  enabled: handOver.enabled,
  webhookUrl: handOver.webhookUrl ?? "",
  email: handOver.email ?? "",
  message: toRows(handOver.message),
});

const toSettings = ({ enabled, webhookUrl, email, message }: HandOver) => ({
  handOver: {
    // What stands beside the message is not an editor's to send.
    ...(may(SETTING_ROLES["handOver.webhookUrl"])
      ? { enabled, webhookUrl: webhookUrl.trim() || null, email: email.trim() || null }
      : {}),
    message: toLocalized(message),
  },
});

/** Whether and how a conversation reaches a person. */
export function HandOverForm({ site, onSite }: PartProps) {
  const state = useSiteForm({
    site,
    onSite,
    toForm,
    toSettings,
    judge: ({ message }) => judgeRows(message, "/handOver/message"),
  });
  const { form, change, field, bind } = state.model;
  const { enabled, message } = form.value;
  return (
    <Card title={words.handOverCard.title} text={words.handOverCard.text}>
      <SiteForm class="stack" state={state}>
        <Allowed least={SETTING_ROLES["handOver.webhookUrl"]}>
          <SwitchField
            {...field("/handOver/enabled")}
            label={words.handOverCard.enabled}
            hint={words.handOverCard.waiting}
            isOn={enabled}
            onValue={(isOn) => change({ enabled: isOn })}
          />
          <div class="columns">
            <TextField
              {...bind("webhookUrl", "/handOver/webhookUrl")}
              label={words.handOverCard.webhook}
              hint={words.handOverCard.webhookHint}
              type="url"
              isCode
              maxLength={2_048}
              placeholder="https://desk.example.com/hooks"
            />
            <TextField
              {...bind("email", "/handOver/email")}
              label={words.handOverCard.email}
              hint={words.handOverCard.emailHint}
              type="email"
              maxLength={320}
            />
          </div>
        </Allowed>
        <LocalizedField
          label={words.handOverCard.message}
          hint={words.handOverCard.messageHint}
          rows={message}
          onRows={(rows) => change({ message: rows })}
          pointer="/handOver/message"
          field={field}
        />
      </SiteForm>
    </Card>
  );
}
