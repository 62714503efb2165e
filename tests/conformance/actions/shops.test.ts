import { describe, expect, test } from "vitest";
import { complaintOf, planAction, sendTo } from "../../support/planned-action";
import type { Respond } from "../../support/receiver";
import { deliver, json, provideService, testProbe, testRefusals } from "../../support/service";

const receive = provideService();
const JSON_TYPE = { name: "content-type", value: "application/json; charset=utf-8" };
const FORM_TYPE = { name: "content-type", value: "application/x-www-form-urlencoded" };

/** Gives a token to whoever asks at this path, and this answer to whoever shows it. */
const withToken =
  (path: string, answer: unknown): Respond =>
  (request) =>
    request.path === path ? json(200, { access_token: "granted-token-1", expires_in: 86_399 }) : json(200, answer);

describe("a Shopify tag", () => {
  const shop = "harbour-shop.myshopify.com";
  const connection = { kind: "shopify", credentials: { shop, token: "shpat_0123456789abcdef0123456789abcdef" } };
  const newer = { kind: "shopify", credentials: { shop, clientId: "0a1b2c", clientSecret: "shpss_a secret&0123" } };
  const action = {
    type: "shopify-tag-order",
    connection,
    body: { id: 450789469, tags: ["vip", 'a "b"'] },
    config: { id: "{{ trigger.body.id }}", tags: ["{{ trigger.body.tags }}", "desk"] },
  };
  const url = "https://harbour-shop.myshopify.com/admin/api/2025-10/graphql.json";
  const sentBody = String.raw`{"query":"mutation addTags($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { id } userErrors { message } } }","variables":{"id":"gid://shopify/Order/450789469","tags":["vip","a \"b\"","desk"]}}`;
  const tagged = { data: { tagsAdd: { node: { id: "gid://shopify/Order/450789469" }, userErrors: [] } } };

  test("is put on by a mutation whose values stand apart from its text", async () => {
    const planned = planAction(action);
    expect(planned.effect).toMatchObject({
      request: {
        method: "POST",
        url,
        headers: [JSON_TYPE, { name: "X-Shopify-Access-Token", value: "shpat_0123456789abcdef0123456789abcdef" }],
        body: sentBody,
      },
    });
    expect(planned.effect.authorization).toBeUndefined();
    expect(await deliver(await receive([json(200, tagged)]), planned)).toMatchObject({
      status: "succeeded",
      output: { id: "gid://shopify/Order/450789469", tags: ["vip", 'a "b"', "desk"] },
    });
  });

  test("with an app of the Dev Dashboard a token is asked for first", async () => {
    const planned = planAction({ ...action, connection: newer });
    expect(planned.effect).toMatchObject({
      request: { url, headers: [JSON_TYPE], body: sentBody },
      authorization: {
        kind: "token",
        header: "X-Shopify-Access-Token",
        request: {
          method: "POST",
          url: "https://harbour-shop.myshopify.com/admin/oauth/access_token",
          headers: [FORM_TYPE],
          body: "grant_type=client_credentials&client_id=0a1b2c&client_secret=shpss_a+secret%260123",
        },
      },
    });
    const server = await receive(withToken("/admin/oauth/access_token", tagged));
    expect(await deliver(server, planned)).toMatchObject({ status: "succeeded" });
    expect(server.requests.map(({ headers }) => headers["x-shopify-access-token"])).toEqual([
      undefined,
      "granted-token-1",
    ]);
  });

  test.each([
    [
      { data: { tagsAdd: { node: null, userErrors: [{ message: "Order does not exist" }] } } },
      "Order does not exist",
      false,
    ],
    [{ errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }] }, "Throttled", true],
    [{ errors: "Not Found" }, "Not Found", false],
    [{ data: { tagsAdd: { node: null, userErrors: [] } } }, "it does not say why", false],
  ])("a refusal within an answer without fault fails the attempt: %j", async (answer, said, isWorthRetrying) => {
    expect(await deliver(await receive([json(200, answer)]), planAction(action))).toMatchObject({
      status: "failed",
      end: { kind: "refused", isWorthRetrying },
      message: `Shopify did not tag it: ${said}`,
    });
  });

  test("goes on what an id in Shopify's newer form names, and on nothing that is none", () => {
    const planned = planAction({ ...action, body: { ...action.body, id: "gid://shopify/Customer/7" } });
    expect(planned.effect.request.body).toContain('"id":"gid://shopify/Customer/7"');
    expect(complaintOf({ ...action, body: { id: 'gid://x"', tags: ["a"] } })).toBe(
      "“gid://x\"” is not an id of Shopify's.",
    );
    expect(complaintOf({ ...action, config: { id: "7", tags: ["{{ trigger.body.none }}"] } })).toBe(
      "There is no tag to put on it.",
    );
  });

  testRefusals(receive, action);
  testProbe(connection, `POST ${url}`, [connection.credentials.token]);
  testProbe(newer, `POST ${url}`, ["shpss_a+secret%260123"]);
});

describe("a Salesforce record", () => {
  const instanceUrl = "https://harbour.my.salesforce.com";
  const credentials = { instanceUrl, clientId: "3MVG9key", clientSecret: "0123456789ABCDEF0123456789ABCDEF" };
  const connection = { kind: "salesforce", credentials };
  const values = [
    { name: "Priority", value: "{{ trigger.body.priority }}" },
    { name: "Amount__c", value: "{{ trigger.body.amount }}" },
    { name: "None__c", value: "{{ trigger.body.none }}" },
  ];
  const action = {
    type: "salesforce-record",
    connection,
    body: { id: "T/1 2", priority: "High", amount: 1.5 },
    config: { object: "Case", idField: "Ticket__c", id: "{{ trigger.body.id }}", values },
  };

  test("is changed or made by an external id, with a token by the client credentials flow", async () => {
    const planned = planAction(action);
    expect(planned.effect).toMatchObject({
      request: {
        method: "PATCH",
        url: "https://harbour.my.salesforce.com/services/data/v62.0/sobjects/Case/Ticket__c/T%2F1%202",
        headers: [JSON_TYPE],
        body: '{"Priority":"High","Amount__c":1.5}',
      },
      authorization: {
        kind: "token",
        request: {
          method: "POST",
          url: "https://harbour.my.salesforce.com/services/oauth2/token",
          headers: [FORM_TYPE],
          body: "grant_type=client_credentials&client_id=3MVG9key&client_secret=0123456789ABCDEF0123456789ABCDEF",
        },
      },
    });
    const answer = { id: "5003z00002abcDEAA1", success: true, errors: [], created: false };
    const server = await receive(withToken("/services/oauth2/token", answer));
    expect(await deliver(server, planned)).toMatchObject({
      status: "succeeded",
      output: { id: "5003z00002abcDEAA1", isNew: false },
    });
    expect(server.requests.at(-1)?.headers.authorization).toBe("Bearer granted-token-1");
  });

  test("without an external id is made every time", () => {
    const { method, url } = planAction({ ...action, config: { object: "Lead", values } }).effect.request;
    expect([method, url]).toEqual(["POST", "https://harbour.my.salesforce.com/services/data/v62.0/sobjects/Lead"]);
  });

  test("has failed when Salesforce says so within an answer without fault", async () => {
    const answer = { success: false, errors: [{ message: "Required fields are missing" }] };
    const server = await receive(withToken("/services/oauth2/token", answer));
    expect(await deliver(server, planAction(action))).toMatchObject({
      status: "failed",
      message: "Salesforce refused it: Required fields are missing",
    });
  });

  test("is not sent when there is no token, and the attempt says why without the secret", async () => {
    const server = await receive((request) => json(400, { error_description: `wrong: ${request.body}` }));
    const other = { kind: "salesforce", credentials: { ...credentials, clientId: "another" } };
    const said = "wrong: grant_type=client_credentials&client_id=another&client_secret=••••";
    expect(await sendTo(server, planAction({ ...action, connection: other }))).toMatchObject({
      status: "failed",
      end: { kind: "answered", status: 400 },
      response: null,
      message: `No access token was given: ${new URL(server.url).host} answered 400 (${said}).`,
    });
    expect(server.requests).toHaveLength(1);
  });

  testRefusals(receive, action);
  testProbe(connection, "GET https://harbour.my.salesforce.com/services/data/v62.0/limits");
});
