import { mysql, postgresql } from "@/lib/catalog/connections/databases";
import type { ConnectionKind } from "@/lib/catalog/connections/define-connection";
import { apiKey, basic, bearer } from "@/lib/catalog/connections/general";
import { smtp } from "@/lib/catalog/connections/smtp";

/** Every kind of connection, in the order that lists show them. Add yours here. */
export const connectionKinds = [
  bearer,
  basic,
  apiKey,
  smtp,
  postgresql,
  mysql,
] as const satisfies readonly ConnectionKind[];

const byId = new Map<string, ConnectionKind>(connectionKinds.map((kind) => [kind.id, kind]));

/** A kind of connection; undefined for one that this version does not know. */
export function findConnectionKind(id: string): ConnectionKind | undefined {
  return byId.get(id);
}
