"use client";

import { Tabs } from "@heroui/react";
import type { ReactNode } from "react";
import { BodyView } from "@/components/deliveries/body/body-view";
import { HeaderTable } from "@/components/log/header-table";
import { Section } from "@/components/ui/section";
import type { Delivery, Header } from "@/lib/domain/deliveries/delivery";

type RequestSectionProps = {
  delivery: Pick<Delivery, "id" | "reason" | "method" | "path" | "query" | "headers" | "bodyBytes" | "contentType">;
};

/** What was sent, as it came. */
export function RequestSection({ delivery }: RequestSectionProps) {
  const { id, reason, method, path, query, headers, bodyBytes, contentType } = delivery;
  const emptyText = reason === "too_large" ? "It was too large to be kept." : "It came without a body.";
  const fields: Header[] = [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
  const tabs: { id: string; name: string; panel: ReactNode }[] = [
    {
      id: "body",
      name: "Body",
      panel: <BodyView id={id} bodyBytes={bodyBytes} contentType={contentType} emptyText={emptyText} />,
    },
    { id: "headers", name: `Headers ${headers.length}`, panel: <HeaderTable label="Headers" rows={headers} /> },
    ...(query
      ? [{ id: "query", name: `Query ${fields.length}`, panel: <HeaderTable label="Query" rows={fields} /> }]
      : []),
  ];
  return (
    <Section title="Request">
      <div className="flex flex-col gap-4">
        <p className="wrap-anywhere font-mono text-[0.8125rem]">
          <span className="mr-2 rounded-md bg-surface-tertiary px-1.5 py-0.5 font-semibold">{method}</span>
          <span className="text-muted">…{path || "/"}</span>
          {query ? <span className="text-muted">?{query}</span> : null}
        </p>
        <Tabs>
          <Tabs.ListContainer className="w-fit max-w-full">
            <Tabs.List aria-label="Parts of the request">
              {tabs.map((tab) => (
                <Tabs.Tab key={tab.id} id={tab.id} className="whitespace-nowrap">
                  {tab.name}
                  <Tabs.Indicator />
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs.ListContainer>
          {tabs.map((tab) => (
            <Tabs.Panel key={tab.id} id={tab.id} className="px-0 pt-3">
              {tab.panel}
            </Tabs.Panel>
          ))}
        </Tabs>
      </div>
    </Section>
  );
}
