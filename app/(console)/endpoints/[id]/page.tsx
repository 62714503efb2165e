import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireActor } from "@/app/actor";
import { orNotFound } from "@/app/or-not-found";
import { AnswersForm } from "@/components/endpoints/options/answers/answers-form";
import { EventsForm } from "@/components/endpoints/options/events/events-form";
import { LimitsForm } from "@/components/endpoints/options/limits/limits-form";
import { EndpointHeader } from "@/components/endpoints/page/endpoint-header";
import { type EndpointTab, EndpointTabs, parseTab } from "@/components/endpoints/page/endpoint-tabs";
import { Overview } from "@/components/endpoints/page/overview";
import { StatusNotice } from "@/components/endpoints/page/status-notice";
import { Refused } from "@/components/endpoints/refused/refused";
import { SecretList } from "@/components/endpoints/secrets/secret-list";
import { UrlSection } from "@/components/endpoints/secrets/url-section";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { Page } from "@/components/ui/page";
import type { Actor } from "@/lib/domain/accounts/actor";
import { isAllowed } from "@/lib/domain/accounts/role";
import type { Refusals } from "@/lib/domain/deliveries/refusals";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";
import { idSchema } from "@/lib/domain/ids";
import { countHeld } from "@/lib/services/count-held";
import { listDeliveries } from "@/lib/services/list-deliveries";
import { listListeners } from "@/lib/services/list-listeners";
import { listSecrets } from "@/lib/services/list-secrets";
import { readEndpoint } from "@/lib/services/read-endpoint";
import { reviewRefusals } from "@/lib/services/review-refusals";

export const metadata: Metadata = { title: "Endpoint" };

const ROWS = 10;

export default async function EndpointPage({ params, searchParams }: PageProps<"/endpoints/[id]">) {
  const actor = await requireActor();
  const { data: id } = idSchema("endpoint").safeParse((await params).id);
  if (!id) notFound();
  const tab = parseTab((await searchParams)["tab"]);
  const endpoint = await orNotFound(readEndpoint(actor, id));
  const [held, refusals] = await Promise.all([countHeld(actor, id), reviewRefusals(actor, id)]);

  return (
    <Page>
      <LiveRefresh kinds={["delivery"]} />
      <EndpointHeader endpoint={endpoint} />
      <StatusNotice endpointId={id} status={endpoint.status} held={held} />
      <EndpointTabs endpointId={id} current={tab} refused={refusals.total} />
      <TabContent actor={actor} endpoint={endpoint} tab={tab} refusals={refusals} />
    </Page>
  );
}

type TabContentProps = { actor: Actor; endpoint: Endpoint; tab: EndpointTab; refusals: Refusals };

async function TabContent({ actor, endpoint, tab, refusals }: TabContentProps): Promise<ReactNode> {
  switch (tab) {
    case "overview": {
      const [deliveries, listeners] = await Promise.all([
        listDeliveries(actor, { endpoint: endpoint.id, limit: ROWS }),
        listListeners(actor, endpoint.id),
      ]);
      return <Overview endpoint={endpoint} deliveries={deliveries.items} listeners={listeners} />;
    }
    case "secrets":
      return (
        <>
          <SecretList
            endpointId={endpoint.id}
            sourceId={endpoint.source}
            secrets={await listSecrets(actor, endpoint.id)}
            mayChange={isAllowed(actor.role, "secret:write")}
          />
          <UrlSection
            endpointId={endpoint.id}
            previousUrlUntil={endpoint.previousUrlUntil}
            mayChange={isAllowed(actor.role, "endpoint:write")}
          />
        </>
      );
    case "limits":
      return <LimitsForm key={endpoint.id} endpoint={endpoint} />;
    case "events":
      return <EventsForm key={endpoint.id} endpoint={endpoint} />;
    case "answers":
      return <AnswersForm key={endpoint.id} endpoint={endpoint} />;
    case "refused":
      return <Refused endpointId={endpoint.id} refusals={refusals} />;
  }
}
