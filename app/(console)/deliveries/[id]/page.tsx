import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor";
import { orNotFound } from "@/app/or-not-found";
import { CopyCurlButton } from "@/components/deliveries/copy-curl-button";
import { DeliveryFacts } from "@/components/deliveries/delivery-facts";
import { DeliveryRuns } from "@/components/deliveries/delivery-runs";
import { OnceMoreButton } from "@/components/deliveries/once-more/once-more-button";
import { Receipt } from "@/components/deliveries/receipt";
import { DiagnoseSection } from "@/components/deliveries/remedy/diagnose-section";
import { RemedyActions } from "@/components/deliveries/remedy/remedy-actions";
import { RequestSection } from "@/components/deliveries/request-section";
import { SenderSaw } from "@/components/deliveries/sender-saw";
import { VerdictBanner } from "@/components/deliveries/verdict-banner";
import { LiveIndicator } from "@/components/live/live-indicator";
import { Follow } from "@/components/log/follow";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { StatusChip } from "@/components/ui/status-chip";
import { findSource } from "@/lib/catalog/sources";
import type { Actor } from "@/lib/domain/accounts/actor";
import { isAllowed } from "@/lib/domain/accounts/role";
import type { Delivery } from "@/lib/domain/deliveries/delivery";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";
import type { Listener } from "@/lib/domain/endpoints/listener";
import { DoorbellError } from "@/lib/domain/errors";
import { type Id, idSchema } from "@/lib/domain/ids";
import { PAGE_SIZE_MAX } from "@/lib/domain/page";
import { isEnded } from "@/lib/domain/runs/run";
import { listListeners } from "@/lib/services/list-listeners";
import { listRuns } from "@/lib/services/list-runs";
import { readDelivery } from "@/lib/services/read-delivery";
import { readEndpoint } from "@/lib/services/read-endpoint";

export const metadata: Metadata = { title: "Delivery" };

export default async function DeliveryPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idSchema("delivery").safeParse((await params).id).data ?? notFound();
  const delivery = await orNotFound(readDelivery(actor, id));
  const [runs, endpoint, listeners] = await Promise.all([
    listRuns(actor, { delivery: id, limit: PAGE_SIZE_MAX }),
    endpointOf(actor, delivery.endpointId),
    listListeners(actor, delivery.endpointId),
  ]);
  const { eventType, eventId, reason, method, path, query, headers, bodyBytes, contentType } = delivery;
  const request = { id, reason, method, path, query, headers, bodyBytes, contentType };

  return (
    <Page>
      <Follow id={id} isMoving={delivery.runs.some((run) => !isEnded(run.status))} />
      <PageHeader
        back={{ href: "/deliveries", label: "Deliveries" }}
        title={eventType ?? "Delivery"}
        description={eventId ?? id}
        beside={<StatusChip status={delivery.verdict} />}
        actions={
          <>
            <LiveIndicator />
            <CopyCurlButton delivery={request} endpointUrl={endpoint?.url ?? "https://deleted-endpoint.example"} />
            {isAllowed(actor.role, "run:write") ? <OnceMore delivery={delivery} listeners={listeners} /> : null}
          </>
        }
      />
      <VerdictBanner
        delivery={delivery}
        actions={
          endpoint ? (
            <RemedyActions
              delivery={{ ...request, verdict: delivery.verdict, address: delivery.address }}
              endpoint={{ id: endpoint.id, source: endpoint.source, options: endpoint.options }}
              mayChange={isAllowed(actor.role, "endpoint:write")}
              mayProcess={isAllowed(actor.role, "delivery:process")}
            />
          ) : null
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Receipt delivery={delivery} />
          {endpoint && reason === "not_verified" && isAllowed(actor.role, "secret:write") ? (
            <DiagnoseSection deliveryId={id} />
          ) : null}
          <RequestSection delivery={request} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <DeliveryRuns runs={runs.items} isAccepted={delivery.verdict === "accepted"} />
          <SenderSaw
            delivery={delivery}
            source={endpoint ? findSource(endpoint.source) : undefined}
            hasOwnAnswer={endpoint?.options["answer"] !== undefined}
          />
          <DeliveryFacts delivery={delivery} />
        </div>
      </div>
    </Page>
  );
}

/** Only what was let in can run once more. */
function OnceMore({ delivery, listeners }: { delivery: Delivery; listeners: Listener[] }) {
  const { id, verdict } = delivery;
  if (verdict !== "accepted" && verdict !== "duplicate") return null;
  const active = new Map(
    listeners.flatMap(({ workflowId, name, status }) => (status === "active" ? [[workflowId, name]] : [])),
  );
  const workflows = active.size > 1 ? [...active].map(([workflowId, name]) => ({ id: workflowId, name })) : [];
  return <OnceMoreButton onceMore={{ deliveryId: id, verdict, workflows }} words="Run it once more" hasKey />;
}

/** The endpoint may be gone by now. */
async function endpointOf(actor: Actor, endpointId: Id<"endpoint">): Promise<Endpoint | undefined> {
  try {
    return await readEndpoint(actor, endpointId);
  } catch (error) {
    if (error instanceof DoorbellError && error.code === "not_found") return undefined;
    throw error;
  }
}
