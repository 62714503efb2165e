import type { Sample, Source } from "@/lib/catalog/sources/define-source";
import { findProof } from "@/lib/catalog/sources/find-proof";
import { findSource } from "@/lib/catalog/sources/index";
import { recipeOf } from "@/lib/catalog/sources/recipe-of";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import { parseJson } from "@/lib/domain/json/parse-json";
import { signRequest } from "@/lib/domain/signatures/sign";
import { open } from "@/lib/platform/cipher";
import { hmac } from "@/lib/platform/digest";
import { announceQueued } from "@/lib/services/announce";
import { answerRing } from "@/lib/services/answer-ring";
import { hookUrl } from "@/lib/services/endpoint-view";
import { found } from "@/lib/services/found";
import { findEndpoint, type StoredEndpoint } from "@/lib/stores/endpoints";
import { findActiveSecret } from "@/lib/stores/signing-secrets";

/** Rings an endpoint as its sender would, with a sample, really signed, through the same door. */
export async function ringEndpoint(
  actor: Actor,
  id: Id<"endpoint">,
  sampleName: string | undefined,
): Promise<{ delivery: string | null; status: number }> {
  authorize(actor, "endpoint:write");
  const endpoint = found(await findEndpoint(actor.workspaceId, id), "endpoint");
  const source = found(findSource(endpoint.source), "source");
  const sample = found(source.samples.find(({ name }) => name === sampleName) ?? source.samples[0], "sample");

  const token = open(endpoint.tokenSealed, { workspaceId: actor.workspaceId, purpose: "endpoint-token", id });
  const url = hookUrl(token);
  const recipe = recipeOf(source, endpoint.options);
  const body = freshBody(sample, recipe?.timestampPath);
  const signed = await sign(actor, { endpoint, source, body, url });
  const headers = { ...sample.headers, ...signed };
  const answer = await answerRing(
    {
      token,
      method: "POST",
      path: "",
      query: "",
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      address: "127.0.0.1",
      isHttps: url.startsWith("https:"),
      isFromProxy: false,
      // Some senders' proofs only they can make.
      isOurs: signed === undefined,
      isSample: true,
      url,
      readBody: async () => body,
    },
    announceQueued,
  );
  return { delivery: answer.delivery ?? null, status: answer.status };
}

/** A sample's body with a time of its own, where senders prove it: an old one would be refused. */
function freshBody({ body: text }: Sample, timestampPath: string | undefined): Uint8Array {
  const utf8 = new TextEncoder();
  const body = timestampPath === undefined ? undefined : jsonObject(text);
  if (timestampPath === undefined || !body || !Object.hasOwn(body, timestampPath)) return utf8.encode(text);
  return utf8.encode(JSON.stringify({ ...body, [timestampPath]: Date.now() }, null, 2));
}

/** The object that a text is in JSON, if it is one. */
function jsonObject(text: string): Record<string, unknown> | undefined {
  const parsed = parseJson(text);
  const value = parsed.ok ? parsed.value : undefined;
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

type Unsigned = { endpoint: StoredEndpoint; source: Source; body: Uint8Array; url: string };

/** What proves the request as the sender would; undefined where only the sender can. */
async function sign(
  actor: Actor,
  { endpoint, source, body, url }: Unsigned,
): Promise<Record<string, string> | undefined> {
  const { workspaceId } = actor;
  const secret = await findActiveSecret(workspaceId, endpoint.id);
  const recipe = recipeOf(source, endpoint.options);
  if (!recipe || !secret) return findProof(source, endpoint.options["scheme"])?.kind === "none" ? {} : undefined;
  const value = open(secret.valueSealed, { workspaceId, purpose: "signing-secret", id: secret.id });
  const request = { method: "POST", url, body, id: `msg_${crypto.randomUUID()}` };
  return signRequest(recipe, request, { secret: value, nowMs: Date.now(), hmac });
}
