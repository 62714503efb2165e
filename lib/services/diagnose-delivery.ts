import { setImmediate } from "node:timers/promises";
import { otherWays } from "@/lib/catalog/other-ways";
import type { Source, SourceProof } from "@/lib/catalog/sources/define-source";
import { findProof } from "@/lib/catalog/sources/find-proof";
import { findSource } from "@/lib/catalog/sources/index";
import { recipesOf } from "@/lib/catalog/sources/recipe-of";
import { within } from "@/lib/catalog/sources/verifier-of";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Delivery } from "@/lib/domain/deliveries/delivery";
import { groupHeaders } from "@/lib/domain/deliveries/read-headers";
import { DoorbellError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import { diagnose } from "@/lib/domain/signatures/diagnose/diagnose";
import { diagnoseToken } from "@/lib/domain/signatures/diagnose/diagnose-token";
import { diagnoseVerifier, type Ways } from "@/lib/domain/signatures/diagnose/diagnose-verifier";
import type { Diagnosis, Finding } from "@/lib/domain/signatures/diagnose/diagnosis";
import { type HashBudget, newHashBudget, withinBudget } from "@/lib/domain/signatures/diagnose/hash-budget";
import { keyWays } from "@/lib/domain/signatures/diagnose/key-ways";
import type { KnownSecret } from "@/lib/domain/signatures/diagnose/known-secret";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { ProofOptions } from "@/lib/domain/signatures/verifier";
import { open } from "@/lib/platform/cipher";
import { proofCrypto } from "@/lib/platform/proof-crypto";
import { found } from "@/lib/services/found";
import { signedUrl } from "@/lib/services/ingest-delivery";
import { knownSecrets } from "@/lib/services/known-secrets";
import { publishedKeys } from "@/lib/services/published-keys";
import { requestUrl } from "@/lib/services/request-url";
import { findDelivery, findDeliveryBody } from "@/lib/stores/deliveries";
import { findEndpoint, type StoredEndpoint } from "@/lib/stores/endpoints";
import { takeFromBudget } from "@/lib/stores/rate-limits";

const BUDGET = { ratePerSecond: 10 / 60, burst: 10 };

/**
 * Says why a delivery could not be verified: which of the usual mistakes would make its proof right. It changes nothing and
 * lets nothing in, and its answer holds no secret. Ten a minute for each workspace.
 */
export async function diagnoseDelivery(actor: Actor, id: Id<"delivery">): Promise<Diagnosis> {
  authorize(actor, "secret:write");
  const { workspaceId } = actor;
  await limit(workspaceId);
  const delivery = found(await findDelivery(workspaceId, id), "delivery");
  if (delivery.reason !== "not_verified") {
    throw new DoorbellError("conflict", "Only a delivery whose sender could not be verified can be diagnosed.");
  }
  const endpoint = found(await findEndpoint(workspaceId, delivery.endpointId), "endpoint");
  const body = found(await findDeliveryBody(workspaceId, id), "delivery");
  const besides = besideFindings(delivery);
  if (isSigned(delivery)) return { tried: 0, findings: besides };

  const nowMs = Date.parse(delivery.receivedAt);
  const secrets = await knownSecrets(workspaceId, endpoint.id, nowMs);
  const request = requestOf(delivery, body, addressOf(workspaceId, endpoint, delivery));
  const { tried, findings } = await examine(endpoint, request, { secrets, nowMs, budget: newHashBudget() });
  return { tried, findings: [...findings, ...besides] };
}

async function limit(workspaceId: Id<"workspace">): Promise<void> {
  const taken = await takeFromBudget(`diagnose:${workspaceId}`, BUDGET);
  if (taken.ok) return;
  const { retryAfterSeconds } = taken;
  throw new DoorbellError("rate_limited", "Too many diagnoses in a short time. Wait a minute, then try again.", {
    retryAfterSeconds,
  });
}

function isSigned({ checks }: Delivery): boolean {
  return checks.some(({ name, ok }) => name === "signature" && ok);
}

/** What the endpoint asks for beside the signature, and did not get. */
function besideFindings({ checks }: Delivery): Finding[] {
  const failed = checks.filter(({ name, ok }) => !ok && (name === "token" || name === "certificate"));
  return failed.map(({ expected = "", actual = "none" }) => ({
    kind: "header",
    sentence: `The endpoint also asks for ${expected}. What came: ${actual}.`,
    fix: "Set this up at the sender, too, or stop asking for it on the endpoint's page.",
  }));
}

/** The address that the sender rang, as the door had it. */
function addressOf(workspaceId: Id<"workspace">, endpoint: StoredEndpoint, delivery: Delivery): string {
  const token = open(endpoint.tokenSealed, { workspaceId, purpose: "endpoint-token", id: endpoint.id });
  const { path, query, headers } = delivery;
  const [host = "localhost"] = groupHeaders(headers)["host"] ?? [];
  const url = requestUrl(host, `/api/hooks/${token}${path}${query === "" ? "" : `?${query}`}`);
  const publicUrl = endpoint.options["publicUrl"];
  return signedUrl({ url, query }, typeof publicUrl === "string" ? publicUrl : undefined);
}

function requestOf({ method, headers }: Delivery, body: Uint8Array, url: string): SignedRequest {
  return { method, url, headers: groupHeaders(headers), body };
}

type Case = { secrets: KnownSecret[]; nowMs: number; budget: HashBudget };

async function examine(endpoint: StoredEndpoint, request: SignedRequest, known: Case): Promise<Diagnosis> {
  const { options } = endpoint;
  const source = findSource(endpoint.source);
  const proof = source && findProof(source, options["scheme"]);
  if (!source || !proof)
    throw new DoorbellError("conflict", "This version does not know how the endpoint's sender signs.");
  const crypto = proofCrypto;
  const context = {
    ...known,
    options,
    crypto,
    pause: () => setImmediate(),
    otherWays: () => waysOf(source, request, { ...known, options }),
  };
  const recipes = recipesOf(source, options).map((recipe) => within(recipe, options));
  if (recipes.length > 0) return diagnose(recipes, request, { ...context, hmac: crypto.hmac });
  if (proof.kind === "token") {
    const diagnosis = diagnoseToken(proof.recipe, request, context);
    const isRight = diagnosis.findings.some(({ kind }) => kind === "right");
    if (!proof.besides || !isRight) return diagnosis;
  }
  const ways = waysIn(proof, options);
  const urls = ways[0]?.value.keyUrls?.(request, options) ?? [];
  const keys = urls.length > 0 ? await publishedKeys(urls, Date.now()) : new Map<string, string>();
  return diagnoseVerifier(ways, request, { ...context, keys });
}

function waysIn(proof: SourceProof, options: ProofOptions): Ways {
  if (proof.kind === "key") return keyWays(within(proof.recipe, options));
  const verifier = proof.kind === "token" ? proof.besides : proof.kind === "own" ? proof.verifier : undefined;
  return verifier ? [{ value: verifier, findings: [] }] : [];
}

function waysOf(source: Source, request: SignedRequest, known: Case & { options: ProofOptions }): Finding[] {
  const secrets = known.secrets.filter(({ standing }) => standing === "current");
  return otherWays(source, request, {
    secrets,
    nowMs: known.nowMs,
    options: known.options,
    crypto: withinBudget(proofCrypto, known.budget),
    keys: new Map(),
  });
}
