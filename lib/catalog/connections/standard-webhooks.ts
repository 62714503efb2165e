import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { standardWebhooksRecipe } from "@/lib/catalog/sources/standard-webhooks-recipe";
import { field } from "@/lib/domain/forms/field";
import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";

const { keyPrefix } = standardWebhooksRecipe("webhook");
const NOT_A_KEY = "What follows whsec_ has to be base64. Copy the whole secret once more.";

/** https://www.standardwebhooks.com */
export const standardWebhooks = defineConnection({
  id: "standard-webhooks",
  name: "Signing secret",
  summary: "Signs webhooks as the Standard Webhooks specification says, so that the receiver knows who sent them.",
  docsUrl: "https://www.standardwebhooks.com",
  setup: [
    "Ask the receiver for its signing secret. If the choice is yours, make up a long random one, and give it to the receiver.",
    "Paste it here. What begins with whsec_ is read as base64, and anything else as the text that it is.",
    "To change it later, move it to Previous secret and paste the new one as Secret: requests are then signed with both.",
  ],
  config: z.strictObject({
    secret: field(z.string().trim().min(1, "Paste the secret.").max(500).refine(isKey, NOT_A_KEY), {
      label: "Secret",
      widget: "secret",
      placeholder: "whsec_…",
    }),
    previousSecret: field(z.string().trim().max(500).refine(isKey, NOT_A_KEY).default(""), {
      label: "Previous secret",
      widget: "secret",
      help: "Only while the receiver changes from one to the other.",
    }),
  }),
  sample: { secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" },
});

function isKey(secret: string): boolean {
  if (!secret.startsWith(keyPrefix)) return true;
  const key = decodeBytes(secret.slice(keyPrefix.length), "base64");
  return key !== undefined && key.length > 0;
}
