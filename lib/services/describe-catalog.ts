import { z } from "zod";
import { connectionKinds } from "@/lib/catalog/connections/index";
import { nodes } from "@/lib/catalog/nodes/index";
import { sources } from "@/lib/catalog/sources/index";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";

/** Every node, kind of connection and source: what it is, and the JSON Schema of its settings. */
export function describeCatalog(actor: Actor) {
  authorize(actor, "workflow:read");
  return {
    nodes: nodes.map(({ type, name, summary, kind, ports, schema, sample }) => ({
      type,
      name,
      summary,
      kind,
      ports: ports(sample),
      config: z.toJSONSchema(schema, { io: "input" }),
      sample,
    })),
    connections: connectionKinds.map(({ id, name, summary, docsUrl, setup, schema, secretKeys }) => ({
      id,
      name,
      summary,
      docsUrl,
      setup,
      config: z.toJSONSchema(schema, { io: "input" }),
      secrets: [...secretKeys],
    })),
    sources: sources.map(({ id, name, summary, docsUrl, setup, samples }) => ({
      id,
      name,
      summary,
      docsUrl,
      setup,
      samples: samples.map((sample) => sample.name),
    })),
  };
}
