import { publishedTokenVerifier } from "@/lib/catalog/sources/verifiers/published-token";
import { textOption } from "@/lib/catalog/sources/verifiers/text-option";

/** The application id under which Event Grid itself asks for tokens, the same in every tenant. */
const EVENT_GRID = "4962773b-9cdb-44cf-a8bf-237846a00ab7";

/** https://learn.microsoft.com/azure/event-grid/secure-webhook-delivery */
export const entraIdVerifier = publishedTokenVerifier((_request, options) => {
  const tenant = textOption(options, "tenantId") ?? "";
  const audience = textOption(options, "audience");
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(tenant) || !audience) {
    const message = "The endpoint does not say which tenant and application its tokens are of.";
    return { ok: false, reason: "wrong_audience", message };
  }
  return {
    ok: true,
    keyUrl: `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`,
    expected: {
      issuers: [`https://login.microsoftonline.com/${tenant}/v2.0`, `https://sts.windows.net/${tenant}/`],
      audience,
    },
    // Any application of the tenant can get a token for this audience. The first version of tokens says appid.
    isOurs: ({ azp, appid }) => (azp ?? appid) === EVENT_GRID,
  };
});
