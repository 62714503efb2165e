import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor";
import { orNotFound } from "@/app/or-not-found";
import { EndpointView } from "@/components/endpoints/page/overview";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { Page } from "@/components/ui/page";
import { idSchema } from "@/lib/domain/ids";
import { listDeliveries } from "@/lib/services/list-deliveries";
import { listListeners } from "@/lib/services/list-listeners";
import { listSecrets } from "@/lib/services/list-secrets";
import { readEndpoint } from "@/lib/services/read-endpoint";

export const metadata: Metadata = { title: "Endpoint" };

const ROWS = 10;

export default async function EndpointPage({ params }: PageProps<"/endpoints/[id]">) {
  const actor = await requireActor();
  const { data: id } = idSchema("endpoint").safeParse((await params).id);
  if (!id) notFound();
  const endpoint = await orNotFound(readEndpoint(actor, id));
  const [secrets, deliveries, listeners] = await Promise.all([
    listSecrets(actor, id),
    listDeliveries(actor, { endpoint: id, limit: ROWS }),
    listListeners(actor, id),
  ]);

  return (
    <Page>
      <LiveRefresh kinds={["delivery"]} />
      <EndpointView endpoint={endpoint} secrets={secrets} deliveries={deliveries.items} listeners={listeners} />
    </Page>
  );
}
