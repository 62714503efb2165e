import { randomUUID } from "node:crypto";
import type { ConnectionKind, Credentials } from "@/lib/catalog/connections/define-connection";
import type { ConnectionTest } from "@/lib/domain/connections/connection";
import { explainTest } from "@/lib/domain/connections/explain-test";
import { DoorbellError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import { hiderOf } from "@/lib/services/hide-secrets";
import { requestTransport } from "@/lib/services/steps/request-transport";
import { takeFromBudget } from "@/lib/stores/rate-limits";

const BUDGET = { ratePerSecond: 10 / 60, burst: 10 };
const TIMEOUT_MS = 10_000;

type Probed = { kind: ConnectionKind; credentials: Credentials };

/** Sends the request by which a kind tells whether credentials work. Ten a minute for each workspace. */
export async function probeConnection(
  workspaceId: Id<"workspace">,
  { kind, credentials }: Probed,
): Promise<ConnectionTest> {
  if (!kind.test) {
    throw new DoorbellError("conflict", `There is no way to try a connection of the kind “${kind.name}” by itself.`);
  }
  await limit(workspaceId);
  const probe = kind.test(credentials);
  const hide = hiderOf({ credentials, secretKeys: kind.secretKeys });
  // Nothing of this is logged, so the request needs no second telling without its secrets.
  const transport = requestTransport({ kind: "request", ...probe }, { logged: probe.request, hide, depth: 0 });
  const sent = await transport.send({ idempotencyKey: randomUUID(), timeoutMs: TIMEOUT_MS });
  const { response } = sent;
  return {
    ok: sent.status === "succeeded",
    status: response?.status ?? null,
    message: hide(explainTest({ host: hostOf(probe.request.url), answer: response, message: sent.message })),
  };
}

async function limit(workspaceId: Id<"workspace">): Promise<void> {
  const taken = await takeFromBudget(`test-connection:${workspaceId}`, BUDGET);
  if (taken.ok) return;
  const { retryAfterSeconds } = taken;
  throw new DoorbellError("rate_limited", "Too many tests in a short time. Wait a minute, then try again.", {
    retryAfterSeconds,
  });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "The service";
}
