import type { Credentials } from "@/lib/catalog/connections/define-connection";
import { findConnectionKind } from "@/lib/catalog/connections/index";
import { withStandIns } from "@/lib/catalog/connections/stand-in";
import { findNode } from "@/lib/catalog/nodes/index";
import { HIDDEN } from "@/lib/domain/deliveries/read-headers";
import type { Authorization, Effect, PlannedRequest, RequestEffect } from "@/lib/domain/runs/effect";
import type { Scope } from "@/lib/domain/templates/scope";
import { hiderOf } from "@/lib/services/hide-secrets";
import { requestTransport } from "@/lib/services/steps/request-transport";
import { secretParts } from "@/lib/services/steps/secret-parts";
import type { Sent } from "@/lib/services/steps/transport";
import { containsSecret } from "./contains-secret";
import type { Receiver } from "./receiver";

export type TestAction = {
  type: string;
  config: Record<string, unknown>;
  connection: { kind: string; credentials: Record<string, string> };
  /** What rang. */
  body?: unknown;
};

export type PlannedAction = {
  effect: RequestEffect;
  logged: PlannedRequest;
  secrets: string[];
  /** Takes out of a text what nobody may see. */
  hide: (text: string) => string;
};

/** Plans an action twice, as a run does: with its connection's secrets, and with stand-ins for the log. */
export function planAction({ type, config, connection, body = {} }: TestAction): PlannedAction {
  const kind = findConnectionKind(connection.kind);
  if (!kind) throw new Error(`There is no kind of connection called ${connection.kind}.`);
  const kept = kind.schema.parse(connection.credentials);
  const credentials = Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, String(value)]));
  const scope: Scope = { trigger: { body }, steps: {} };
  const plan = (held: Credentials) => {
    const connectionId = "con_01980000000070008000000000000000";
    const options = { connection: { kind: kind.id, credentials: held }, nowMs: Date.parse("2026-11-25T12:00:00Z") };
    return requestIn(findNode(type)?.plan({ ...config, connectionId }, scope, options));
  };
  const effect = plan(credentials);
  const logged = plan(withStandIns(kind, credentials)).request;
  const secrets = [...kind.secretKeys].flatMap((key) => credentials[key] || []);
  const hideSecrets = hiderOf({ credentials, secretKeys: kind.secretKeys });
  const parts = secretParts(effect.request, logged);
  const hide = (text: string) => hideSecrets(parts.reduce((shown, part) => shown.replaceAll(part, HIDDEN), text));
  return { effect, logged, secrets, hide };
}

type PlannedNode = { ok: true; effect: Effect } | { ok: false; message: string };

function requestIn(planned: PlannedNode | undefined): RequestEffect {
  if (!planned?.ok) throw new Error(planned?.message ?? "There is no such node.");
  if (planned.effect.kind !== "request") throw new Error(`It plans no request but: ${planned.effect.kind}`);
  return planned.effect;
}

/** Why an action is not performed with these settings and this data; undefined when it is. */
export function complaintOf(action: TestAction): string | undefined {
  try {
    planAction(action);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Sends a planned action for real, to a receiver in place of every service that it addresses: only scheme and host change.
 * Throws when anything that the log or a later step would see holds one of the connection's secrets.
 */
export async function sendTo(receiver: Receiver, { effect, logged, secrets, hide }: PlannedAction): Promise<Sent> {
  const request = { ...effect.request, url: movedTo(receiver, effect.request.url) };
  const authorization = effect.authorization && movedAuthorization(receiver, effect.authorization);
  const transport = requestTransport({ ...effect, request, authorization }, logged, hide);
  const sent = await transport.send({ idempotencyKey: "drb_key", timeoutMs: 5_000 });
  const { output, response, message } = sent;
  const seen = JSON.stringify([transport.logged, output, response, message]);
  if (secrets.some((secret) => containsSecret(seen, secret))) throw new Error(`A secret can be seen: ${seen}`);
  return sent;
}

function movedTo(receiver: Receiver, url: string): string {
  const { pathname, search } = new URL(url);
  return `${receiver.url}${pathname}${search}`;
}

function movedAuthorization(receiver: Receiver, authorization: Authorization): Authorization {
  switch (authorization.kind) {
    case "token": {
      const { request } = authorization;
      return { ...authorization, request: { ...request, url: movedTo(receiver, request.url) } };
    }
    case "google":
      return { ...authorization, tokenUrl: movedTo(receiver, authorization.tokenUrl) };
    default:
      return authorization;
  }
}
