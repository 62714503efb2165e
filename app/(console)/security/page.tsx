import type { Metadata } from "next";
import { requireActor } from "@/app/actor";
import { LiveIndicator } from "@/components/live/live-indicator";
import { readSearch, type SearchParams } from "@/components/log/filters/read-search";
import { SecurityLog } from "@/components/security/security-log";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { SecurityEventQuery } from "@/lib/domain/endpoints/security-event";
import { PAGE_SIZE_MAX } from "@/lib/domain/page";
import { listEndpoints } from "@/lib/services/list-endpoints";
import { listSecurityEvents } from "@/lib/services/list-security-events";

export const metadata: Metadata = { title: "Security" };

export default async function SecurityPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor();
  const { query, search } = readSearch(SecurityEventQuery.omit({ cursor: true, limit: true }), await searchParams);
  const [events, endpoints] = await Promise.all([
    listSecurityEvents(actor, SecurityEventQuery.parse(query)),
    listEndpoints(actor, { limit: PAGE_SIZE_MAX }),
  ]);

  return (
    <Page>
      <PageHeader
        title="Security"
        description="Who knocked without a proof, who kept knocking, and who rang from somewhere new."
        actions={<LiveIndicator />}
      />
      <SecurityLog initial={events} search={search} endpoints={endpoints.items.map(({ id, name }) => ({ id, name }))} />
    </Page>
  );
}
