import { connectionKinds } from "@/lib/catalog/connections/index";
import { nodes } from "@/lib/catalog/nodes/index";
import { sources } from "@/lib/catalog/sources/index";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { jsonSchemaOf } from "@/lib/domain/forms/field";

/** Every node, kind of connection and source: what it is, and the JSON Schema of its settings. */
export function describeCatalog(actor: Actor) {
  authorize(actor, "workflow:read");
  return {
    nodes: nodes.map(({ type, name, summary, kind, group, ports, connections, schema, sample, outputExample }) => ({
      type,
      name,
      summary,
      kind,
      group,
      ports: ports(sample),
      connections,
      config: jsonSchemaOf(schema),
      sample,
      outputExample,
    })),
    connections: connectionKinds.map(({ id, name, summary, docsUrl, setup, schema, secretKeys }) => ({
      id,
      name,
      summary,
      docsUrl,
      setup,
      config: jsonSchemaOf(schema),
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
