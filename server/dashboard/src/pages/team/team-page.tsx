import type { InvitedMember, MemberView } from "@errand/shared/team";
import { useState } from "preact/hooks";
import { may } from "../../api/role.ts";
import { teamApi } from "../../api/team-api.ts";
import { useResource } from "../../api/use-resource.ts";
import { PageFrame } from "../../components/page-frame.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { Card, Shown } from "../../components/states.tsx";
import { words } from "../../words/words.ts";
import { InviteForm } from "./invite-form.tsx";
import { MemberRow } from "./member-row.tsx";
import { OneTimePassword } from "./one-time-password.tsx";
import { PasswordCard } from "./password-card.tsx";

/** Who may use this dashboard, and one's own password. */
export function TeamPage() {
  usePageTitle(words.team.title);
  const members = useResource("team", teamApi.list);
  const [invited, setInvited] = useState<InvitedMember>();
  const show = (member: InvitedMember | undefined) => {
    setInvited(member);
    void members.reload();
  };
  return (
    <PageFrame crumbs={[{ text: words.team.title, href: "/team" }]}>
      <div class="page-column">
        <div class="page-head">
          <div>
            <h1>{words.team.title}</h1>
            <p class="muted">{words.team.text}</p>
          </div>
          {may("owner") ? (
            <a class="button" href="/audit">
              {words.audit.title}
            </a>
          ) : null}
        </div>
        {invited ? <OneTimePassword member={invited} onDone={() => setInvited(undefined)} /> : null}
        <Card title={words.team.members} text={<RoleHints />}>
          <Shown resource={members}>
            {(list) => <MemberList members={list} onInvited={show} onChange={() => void members.reload()} />}
          </Shown>
        </Card>
        {may("owner") ? <InviteForm onInvited={show} /> : null}
        <PasswordCard />
      </div>
    </PageFrame>
  );
}

function RoleHints() {
  return (
    <>
      {(["owner", "editor", "viewer"] as const).map((role) => (
        <span key={role} class="role-hint">
          <strong>{words.team.roles[role]}</strong> {words.team.roleHints[role]}
        </span>
      ))}
    </>
  );
}

function MemberList(props: {
  members: MemberView[];
  onInvited: (member: InvitedMember) => void;
  onChange: () => void;
}) {
  return (
    <ul class="plain-list">
      {props.members.map((member) => (
        <MemberRow key={member.id} member={member} onInvited={props.onInvited} onChange={props.onChange} />
      ))}
    </ul>
  );
}
