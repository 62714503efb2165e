/**
 * How every sender signs that follows Standard Webhooks. Svix, where it comes from, has names of its own for the headers.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function standardWebhooksRecipe(names: "webhook" | "svix") {
  return {
    header: `${names}-signature`,
    separator: " ",
    prefix: "v1,",
    encoding: "base64",
    keyEncoding: "base64",
    keyPrefix: "whsec_",
    idHeader: `${names}-id`,
    timestampHeader: `${names}-timestamp`,
    signedContent: "{id}.{timestamp}.{body}",
  } as const;
}
