import { z } from "zod";
import { type Credentials, defineConnection } from "@/lib/catalog/connections/define-connection";
import { field } from "@/lib/domain/forms/field";
import type { RequestEffect } from "@/lib/domain/runs/effect";
import { postForm, postJson } from "@/lib/domain/runs/post";

const API_VERSION = "2025-10";
const TOKEN_HEADER = "X-Shopify-Access-Token";

const optionalSecret = z.string().trim().max(1_000).default("");

/** https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant */
export const shopify = defineConnection({
  id: "shopify",
  name: "Shopify",
  summary: "Works on the orders, customers and products of your shop.",
  docsUrl: "https://shopify.dev/docs/apps/build/dev-dashboard/get-api-access-tokens",
  setup: [
    "In Shopify's admin, open Settings → Apps → Develop apps, and build an app in the Dev Dashboard.",
    "Give it the access scopes that the steps need, such as write_orders, write_customers and write_products, and release that version.",
    "Install the app in your shop, which has to belong to the same organization.",
    "In the Dev Dashboard, open the app's Settings, and copy the client id and the secret.",
    "An app from before 2026, made in the shop's own admin, has an Admin API access token instead: paste that one.",
  ],
  config: z
    .strictObject({
      shop: field(
        z
          .string("Enter the shop's address.")
          .trim()
          .toLowerCase()
          .regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, "Enter the address that ends with .myshopify.com."),
        { label: "Shop", widget: "text", placeholder: "my-shop.myshopify.com" },
      ),
      clientId: field(z.string().trim().max(200).default(""), { label: "Client id", widget: "text" }),
      clientSecret: field(optionalSecret, { label: "Client secret", widget: "secret" }),
      token: field(optionalSecret, {
        label: "Admin API access token",
        widget: "secret",
        placeholder: "shpat_…",
        help: "Only for an older app, in place of the client id and secret.",
      }),
    })
    .refine(({ clientId, clientSecret, token }) => token !== "" || (clientId !== "" && clientSecret !== ""), {
      path: ["clientSecret"],
      message: "Enter the client id and the client secret.",
    }),
  sample: { shop: "my-shop.myshopify.com", clientId: "a-client-id", clientSecret: "shpss_a-secret" },
  describe: ({ shop }) => shop,
  test: (credentials) => askShopify(credentials, { query: "{ shop { name } }" }),
});

type Asking = Pick<RequestEffect, "request" | "authorization">;

/** A request to a shop's GraphQL API, with the token that there is or one that is asked for. */
export function askShopify(credentials: Credentials, body: { query: string; variables?: unknown }): Asking {
  const { shop = "", clientId = "", clientSecret = "", token = "" } = credentials;
  const url = `https://${shop}/admin/api/${API_VERSION}/graphql.json`;
  if (token !== "") return { request: postJson(url, body, [{ name: TOKEN_HEADER, value: token }]) };
  const fields = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
  const tokenRequest = postForm(`https://${shop}/admin/oauth/access_token`, fields);
  return {
    request: postJson(url, body),
    authorization: { kind: "token", request: tokenRequest, header: TOKEN_HEADER },
  };
}
