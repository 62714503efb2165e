import { withStandIns } from "@/lib/catalog/connections/stand-in";
import type { Planned, PlanOptions } from "@/lib/catalog/nodes/define-node";
import { findNode } from "@/lib/catalog/nodes/index";
import { HIDDEN } from "@/lib/domain/deliveries/read-headers";
import type { Effect } from "@/lib/domain/runs/effect";
import type { Node } from "@/lib/domain/workflow/graph";
import { hiderOf } from "@/lib/services/hide-secrets";
import { type OpenConnection, openConnection } from "@/lib/services/open-connection";
import { heldBackWhileFailing } from "@/lib/services/steps/destination";
import { failingTransport } from "@/lib/services/steps/failing-transport";
import { mailTransport } from "@/lib/services/steps/mail-transport";
import { queryTransport } from "@/lib/services/steps/query-transport";
import { requestTransport } from "@/lib/services/steps/request-transport";
import { secretParts } from "@/lib/services/steps/secret-parts";
import type { Transport } from "@/lib/services/steps/transport";
import type { RunInProgress } from "@/lib/services/take-up-run";

/** The way to the outside for a node: planned with its connection's secrets, and again without them for the log. */
export async function transportOf(run: RunInProgress, node: Node): Promise<Transport> {
  const id = node.config["connectionId"];
  const connection = typeof id === "string" ? await openConnection(run.workspaceId, id) : undefined;
  if (connection === null)
    return failingTransport("The connection of this step is not there any more. Choose another.");
  const plan = (options: PlanOptions) => findNode(node.type)?.plan(node.config, run.scope, options);
  const planned = plan(connection ? { connection } : {});
  // Without a connection there is nothing that has to be stood in for.
  const logged = connection ? plan({ connection: { ...connection, credentials: standInsOf(connection) } }) : planned;
  if (!planned?.ok || !logged?.ok)
    return failingTransport(messageOf(planned) ?? messageOf(logged) ?? "It cannot be planned.");
  const hide = connection ? hiderOf(connection) : (text: string) => text;
  return heldBackWhileFailing(toTransport(planned.effect, logged.effect, hide));
}

function standInsOf({ secretKeys, credentials }: OpenConnection) {
  return withStandIns({ secretKeys }, credentials);
}

function messageOf(planned: Planned | undefined): string | undefined {
  return planned && !planned.ok ? planned.message : undefined;
}

function toTransport(effect: Effect, logged: Effect, hide: (text: string) => string): Transport {
  if (effect.kind === "request" && logged.kind === "request") {
    const parts = secretParts(effect.request, logged.request);
    const hideAll = (text: string) => hide(parts.reduce((shown, part) => shown.replaceAll(part, HIDDEN), text));
    return requestTransport(effect, logged.request, hideAll);
  }
  if (effect.kind === "mail" && logged.kind === "mail") return mailTransport(effect.mail, logged.mail, hide);
  if (effect.kind === "query" && logged.kind === "query") return queryTransport(effect.query, logged.query, hide);
  return failingTransport("This step does not send anything.");
}
