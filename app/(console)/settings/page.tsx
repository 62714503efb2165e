import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { ApiKeys } from "@/components/settings/api-keys";
import { EndSessionsButton } from "@/components/settings/end-sessions-button";
import { KeyValue } from "@/components/ui/key-value";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { isAllowed } from "@/lib/domain/accounts/role";
import { listApiKeys } from "@/lib/services/list-api-keys";
import { readAccount } from "@/lib/services/read-account";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const actor = await requireActor();
  const seesKeys = isAllowed(actor.role, "api-key:read");
  const [account, keys] = await Promise.all([readAccount(actor), seesKeys ? listApiKeys(actor) : []]);
  return (
    <Page width="narrow">
      <PageHeader title="Settings" />
      <Section title="Account" actions={<EndSessionsButton />}>
        <KeyValue
          rows={[
            { key: "Name", value: account.name },
            { key: "E-mail", value: account.email },
            { key: "Workspace", value: account.workspace.name },
            { key: "Role", value: <span className="capitalize">{account.role}</span> },
          ]}
        />
      </Section>
      {seesKeys ? <ApiKeys keys={keys} canChange={isAllowed(actor.role, "api-key:write")} /> : null}
    </Page>
  );
}
