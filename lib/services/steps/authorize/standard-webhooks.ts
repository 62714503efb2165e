import { standardWebhooksRecipe } from "@/lib/catalog/sources/standard-webhooks-recipe";
import type { PlannedRequest } from "@/lib/domain/runs/effect";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { signRequest } from "@/lib/domain/signatures/sign";
import { hmac } from "@/lib/platform/digest";

const BY_BASE64 = HmacRecipe.parse(standardWebhooksRecipe("webhook"));
const BY_TEXT = HmacRecipe.parse({ ...standardWebhooksRecipe("webhook"), keyEncoding: "text" });

type Webhook = { secrets: readonly string[]; id: string; nowMs: number };

/**
 * A request with its id, its time and one signature for each secret. What follows `whsec_` in a secret is base64; without
 * that it is the key as it stands. Undefined when a secret is neither, or there is none.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signStandardWebhook(
  request: PlannedRequest,
  { secrets, id, nowMs }: Webhook,
): PlannedRequest | undefined {
  const { method, url, body } = request;
  const unsigned = { method, url, body: new TextEncoder().encode(body), id };
  const signatures: string[] = [];
  let headers: Record<string, string> = {};
  for (const secret of new Set(secrets)) {
    const recipe = secret.startsWith(BY_BASE64.keyPrefix) ? BY_BASE64 : BY_TEXT;
    const signed = signRequest(recipe, unsigned, { secret, nowMs, hmac });
    if (!signed) return undefined;
    headers = signed;
    signatures.push(signed["webhook-signature"] ?? "");
  }
  if (signatures.length === 0) return undefined;
  const added = Object.entries({ ...headers, "webhook-signature": signatures.join(" ") });
  return { ...request, headers: [...request.headers, ...added.map(([name, value]) => ({ name, value }))] };
}
