import type { Sample, Source } from "@/lib/catalog/sources/define-source";
import { findSource } from "@/lib/catalog/sources/index";
import { recipeOf } from "@/lib/catalog/sources/recipe-of";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
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
  const { headers: own, body } = freshen(source, sample);
  const headers = { ...own, ...(await sign(actor, { endpoint, source, body, url })) };
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
      url,
      readBody: async () => body,
    },
    announceQueued,
  );
  const { delivery }: { delivery?: string } = JSON.parse(answer.body);
  return { delivery: delivery ?? null, status: answer.status };
}

/** A sample with ids of its own: a second ring is another event, not a repeat of the first. */
function freshen(source: Source, sample: Sample): { headers: Record<string, string>; body: Uint8Array } {
  const id = crypto.randomUUID();
  const headers = { ...sample.headers };
  const body: Record<string, unknown> = JSON.parse(sample.body);
  for (const place of source.event.id) {
    if ("header" in place && Object.hasOwn(headers, place.header)) headers[place.header] = id;
    if ("path" in place && Object.hasOwn(body, place.path)) body[place.path] = id;
  }
  return { headers, body: new TextEncoder().encode(JSON.stringify(body, null, 2)) };
}

type Unsigned = { endpoint: StoredEndpoint; source: Source; body: Uint8Array; url: string };

async function sign(actor: Actor, { endpoint, source, body, url }: Unsigned): Promise<Record<string, string>> {
  const { workspaceId } = actor;
  const secret = await findActiveSecret(workspaceId, endpoint.id);
  const recipe = recipeOf(source, endpoint.options);
  if (!recipe || !secret) return {};
  const value = open(secret.valueSealed, { workspaceId, purpose: "signing-secret", id: secret.id });
  return (
    signRequest(
      recipe,
      { method: "POST", url, body, id: `msg_${crypto.randomUUID()}` },
      { secret: value, nowMs: Date.now(), hmac },
    ) ?? {}
  );
}
