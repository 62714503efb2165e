import { TabLinks } from "@/components/ui/tab-links";

/** The parts of an endpoint's page, by the name they have in its address. */
export const ENDPOINT_TABS = ["overview", "secrets", "limits", "events", "answers", "refused"] as const;
export type EndpointTab = (typeof ENDPOINT_TABS)[number];

const NAMES: Record<EndpointTab, string> = {
  overview: "Overview",
  secrets: "Secrets",
  limits: "Limits",
  events: "Events",
  answers: "Answers",
  refused: "Why refused",
};

/** Reads a tab from an address; anything unknown is the first. */
export function parseTab(text: unknown): EndpointTab {
  return ENDPOINT_TABS.find((tab) => tab === text) ?? "overview";
}

type EndpointTabsProps = { endpointId: string; current: EndpointTab; refused: number };

/** The way between the parts of an endpoint's page. */
export function EndpointTabs({ endpointId, current, refused }: EndpointTabsProps) {
  const hrefOf = (tab: EndpointTab) => `/endpoints/${endpointId}${tab === "overview" ? "" : `?tab=${tab}`}`;
  const tabs = ENDPOINT_TABS.map((tab) => ({
    href: hrefOf(tab),
    name: NAMES[tab],
    ...(tab === "refused" && refused > 0 ? { count: refused } : {}),
  }));
  return <TabLinks label="Parts of the endpoint" tabs={tabs} current={hrefOf(current)} />;
}
