import { expect, test } from "vitest";
import { describeCatalog } from "@/lib/services/describe-catalog";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

test("a program learns of each step what a person reads beside its form", async () => {
  const { nodes, connections } = describeCatalog(await createTestWorkspace());
  const request = nodes.find(({ type }) => type === "http-request");
  expect(request).toMatchObject({
    ports: [{ id: "out" }, { id: "error" }],
    config: { type: "object", properties: { url: { title: "Address", type: "string" } } },
  });
  for (const { type, config } of nodes) expect(titlesIn(config), type).not.toContain(undefined);
  for (const { id, config } of connections) expect(titlesIn(config), id).not.toContain(undefined);
});

function titlesIn(config: object): unknown[] {
  const properties: Record<string, { title?: string }> = Reflect.get(config, "properties") ?? {};
  return Object.values(properties).map(({ title }) => title);
}
