import { withStandIns } from "@/lib/catalog/connections/stand-in";
import type { Planned, PlanOptions } from "@/lib/catalog/nodes/define-node";
import { findNode } from "@/lib/catalog/nodes/index";
import { HIDDEN } from "@/lib/domain/deliveries/read-headers";
import type { Effect } from "@/lib/domain/runs/effect";
import type { Node } from "@/lib/domain/workflow/graph";
import { type OpenConnection, openConnection } from "@/lib/services/open-connection";
import { heldBackWhileFailing } from "@/lib/services/steps/destination";
import { failingTransport } from "@/lib/services/steps/failing-transport";
import { mailTransport } from "@/lib/services/steps/mail-transport";
import { queryTransport } from "@/lib/services/steps/query-transport";
import { requestTransport } from "@/lib/services/steps/request-transport";
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
  const logged = plan(connection ? { connection: { ...connection, credentials: standInsOf(connection) } } : {});
  if (!planned?.ok || !logged?.ok)
    return failingTransport(messageOf(planned) ?? messageOf(logged) ?? "It cannot be planned.");
  const { depth } = run;
  return heldBackWhileFailing(toTransport(planned.effect, logged.effect, { hide: hiderOf(connection), depth }));
}

function standInsOf({ secretKeys, credentials }: OpenConnection) {
  return withStandIns({ secretKeys }, credentials);
}

function messageOf(planned: Planned | undefined): string | undefined {
  return planned && !planned.ok ? planned.message : undefined;
}

type Sending = { hide: (text: string) => string; depth: number };

function toTransport(effect: Effect, logged: Effect, { hide, depth }: Sending): Transport {
  if (effect.kind === "request" && logged.kind === "request") {
    return requestTransport(effect, { logged: logged.request, hide, depth });
  }
  if (effect.kind === "mail" && logged.kind === "mail") return mailTransport(effect.mail, logged.mail, hide);
  if (effect.kind === "query" && logged.kind === "query") return queryTransport(effect.query, logged.query, hide);
  return failingTransport("This step does not send anything.");
}

/** Short ones are too likely to stand somewhere by themselves. */
const SECRET_LENGTH_MIN = 6;

/** Takes the connection's secrets out of what others answer: a server may repeat what it was sent. */
function hiderOf(connection: OpenConnection | undefined): (text: string) => string {
  if (!connection) return (text) => text;
  const { credentials, secretKeys } = connection;
  const secrets = [...secretKeys]
    .map((key) => credentials[key] ?? "")
    .filter((secret) => secret.length >= SECRET_LENGTH_MIN)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  return (text) => secrets.reduce((shown, secret) => shown.replaceAll(secret, HIDDEN), text);
}
