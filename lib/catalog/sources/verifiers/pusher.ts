import { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { headerValues } from "@/lib/domain/signatures/signed-request";
import type { Verifier } from "@/lib/domain/signatures/verifier";
import { hmacVerifier } from "@/lib/domain/signatures/verify";

const signature = hmacVerifier(HmacRecipe.parse({ header: "x-pusher-signature" }));

/** The signature, and the id of the key that it was made with where the endpoint names one. */
export const pusherVerifier: Verifier = {
  verify(request, context) {
    const { key } = context.options;
    const [came] = headerValues(request.headers, "x-pusher-key");
    if (typeof key === "string" && key !== "" && came !== key) {
      return {
        ok: false,
        reason: "wrong_audience",
        message: "The header x-pusher-key names another key than the endpoint's.",
      };
    }
    return signature.verify(request, context);
  },
};
