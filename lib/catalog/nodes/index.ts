import { email } from "@/lib/catalog/nodes/actions/email";
import { httpRequest } from "@/lib/catalog/nodes/actions/http-request";
import { mysqlQuery } from "@/lib/catalog/nodes/actions/mysql-query";
import { postgresqlQuery } from "@/lib/catalog/nodes/actions/postgresql-query";
import type { NodeDefinition, Port } from "@/lib/catalog/nodes/define-node";
import { filter } from "@/lib/catalog/nodes/logic/filter";
import { webhook } from "@/lib/catalog/nodes/triggers/webhook";

/** Every kind of node, in the order the palette shows them. Add yours here. */
export const nodes = [webhook, filter, httpRequest, email, postgresqlQuery, mysqlQuery] as const;

const byType = new Map<string, NodeDefinition>(nodes.map((node) => [node.type, node]));

/** The definition of a node in a drawing; undefined for a type that this version does not know. */
export function findNode(type: string): NodeDefinition | undefined {
  return byType.get(type);
}

/** The ways out of a node in a drawing. */
export function portsOf({ type, config }: { type: string; config: Record<string, unknown> }): Port[] {
  return findNode(type)?.ports(config) ?? [];
}
