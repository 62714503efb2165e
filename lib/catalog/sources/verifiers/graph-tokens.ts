import { proveToken } from "@/lib/catalog/sources/verifiers/published-token";
import { textOption } from "@/lib/catalog/sources/verifiers/text-option";
import type { Json } from "@/lib/domain/json/json";
import { parseJson } from "@/lib/domain/json/parse-json";
import { readPaths } from "@/lib/domain/json/read-paths";
import type { Proof } from "@/lib/domain/signatures/proof";
import { refuse } from "@/lib/domain/signatures/refuse";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { Verifier } from "@/lib/domain/signatures/verifier";

const KEYS = "https://login.microsoftonline.com/common/discovery/v2.0/keys";

/** The application id under which Graph itself asks for its tokens, the same in every tenant. */
const CHANGE_TRACKING = "0bf30f3b-4a52-48df-9a82-234910c4a086";

const NO_OBJECTION: Proof = { ok: true, secretId: null };

/**
 * Notifications that carry data bring a token for each tenant, which says that they come from Graph, and for which
 * application. They are checked where the endpoint knows the application.
 * https://learn.microsoft.com/graph/change-notifications-with-resource-data
 */
export const graphTokensVerifier: Verifier = {
  keyUrls: (request, options) => (textOption(options, "appId") && tokensIn(bodyOf(request)).length > 0 ? [KEYS] : []),
  verify(request, context) {
    const audience = textOption(context.options, "appId");
    if (!audience) return NO_OBJECTION;
    const body = bodyOf(request);
    if (readPaths(body, "value[*]").length === 0) return refuse("missing_signature", "No notification came.");
    const tokens = tokensIn(body);
    const hasData = readPaths(body, "value[*].encryptedContent").some((content) => content !== undefined);
    if (hasData && tokens.length === 0) {
      return refuse("missing_signature", "Notifications came with data, but no token came with them.");
    }
    const rules = { keyUrl: KEYS, expected: { issuers: issuersIn(body), audience }, isOurs: isFromGraph };
    for (const token of tokens) {
      const proof = proveToken(rules, typeof token === "string" ? token : "", context);
      if (!proof.ok) return proof;
    }
    return NO_OBJECTION;
  },
};

function bodyOf({ body }: SignedRequest): Json {
  const json = parseJson(new TextDecoder().decode(body));
  return json.ok ? json.value : null;
}

function tokensIn(body: Json): unknown[] {
  return readPaths(body, "validationTokens[*]");
}

/** Only the tenants that the notifications are of. The first version of tokens names them at another address. */
function issuersIn(body: Json): string[] {
  const tenants = readPaths(body, "value[*].tenantId").filter((tenant) => typeof tenant === "string");
  return [...new Set(tenants)].flatMap((tenant) => [
    `https://sts.windows.net/${tenant}/`,
    `https://login.microsoftonline.com/${tenant}/v2.0`,
  ]);
}

/** Any application of a tenant can get a token for ours. The first version of tokens says appid. */
function isFromGraph({ azp, appid }: Readonly<Record<string, unknown>>): boolean {
  return (azp ?? appid) === CHANGE_TRACKING;
}
