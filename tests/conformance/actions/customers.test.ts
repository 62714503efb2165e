import { describe, expect, test } from "vitest";
import { complaintOf, planAction } from "../../support/planned-action";
import { deliver, json, provideService, testProbe, testRefusals } from "../../support/service";

const receive = provideService();
const body = { email: "Ann.O'Hara+shop@Example.com", first: 'Ann "A."', amount: 10, id: "T/1 2", open: true };
const JSON_TYPE = { name: "content-type", value: "application/json; charset=utf-8" };

describe("a HubSpot contact", () => {
  const connection = { kind: "hubspot", credentials: { token: "pat-eu1-01234567-89ab-cdef-0123-456789abcdef" } };
  const action = {
    type: "hubspot-contact",
    connection,
    body,
    config: {
      email: " {{ trigger.body.email }} ",
      properties: [
        { name: "firstname", value: "{{ trigger.body.first }}" },
        { name: "amount", value: "{{ trigger.body.amount }}" },
      ],
    },
  };

  test("is made or changed by the e-mail address, in one request", async () => {
    const planned = planAction(action);
    expect(planned.effect.request).toEqual({
      method: "POST",
      url: "https://api.hubapi.com/crm/v3/objects/contacts/batch/upsert",
      headers: [JSON_TYPE, { name: "authorization", value: "Bearer pat-eu1-01234567-89ab-cdef-0123-456789abcdef" }],
      body: String.raw`{"inputs":[{"idProperty":"email","id":"Ann.O'Hara+shop@Example.com","properties":{"firstname":"Ann \"A.\"","amount":"10","email":"Ann.O'Hara+shop@Example.com"}}]}`,
    });

    const server = await receive([json(200, { status: "COMPLETE", results: [{ id: "51", new: true }] })]);
    expect(await deliver(server, planned)).toMatchObject({ status: "succeeded", output: { id: "51", isNew: true } });
  });

  test("has failed when HubSpot says so within an answer without fault", async () => {
    const errors = [{ status: "error", category: "VALIDATION_ERROR", message: "Property values were not valid" }];
    const server = await receive([json(207, { status: "COMPLETE", results: [], numErrors: 1, errors })]);
    expect(await deliver(server, planAction(action))).toMatchObject({
      status: "failed",
      end: { kind: "refused", isWorthRetrying: false },
      message: "HubSpot refused the contact: Property values were not valid",
    });
  });

  test("needs an address", () => {
    expect(complaintOf({ ...action, body: {} })).toBe("There is no e-mail address to find the contact by.");
  });

  testRefusals(receive, action);
  testProbe(connection, "GET https://api.hubapi.com/crm/v3/objects/contacts?limit=1");
});

describe("a Mailchimp subscriber", () => {
  const connection = {
    kind: "mailchimp",
    credentials: { key: "0123456789abcdef0123456789abcdef-us21", server: "us21" },
  };
  const authorization = `Basic ${btoa("doorbell:0123456789abcdef0123456789abcdef-us21")}`;
  const action = {
    type: "mailchimp-subscribe",
    connection,
    body,
    config: { audience: "a1b2c3d4e5", email: "{{ trigger.body.email }}" },
  };

  test("is addressed by the address in lower case, and asked before they are added", async () => {
    const planned = planAction(action);
    expect(planned.effect.request).toEqual({
      method: "PUT",
      url: "https://us21.api.mailchimp.com/3.0/lists/a1b2c3d4e5/members/ann.o'hara%2Bshop%40example.com",
      headers: [JSON_TYPE, { name: "authorization", value: authorization }],
      body: `{"email_address":"Ann.O'Hara+shop@Example.com","status_if_new":"pending"}`,
    });

    const answer = { id: "852a", email_address: "Ann@Example.com", status: "pending" };
    expect(await deliver(await receive([json(200, answer)]), planned)).toMatchObject({
      status: "succeeded",
      output: { id: "852a", email: "Ann@Example.com", status: "pending" },
    });
  });

  test("gets the audience's fields", () => {
    const mergeFields = [{ name: "FNAME", value: "{{ trigger.body.first }}" }];
    const config = { ...action.config, statusIfNew: "subscribed", mergeFields };
    expect(planAction({ ...action, config }).effect.request.body).toBe(
      String.raw`{"email_address":"Ann.O'Hara+shop@Example.com","status_if_new":"subscribed","merge_fields":{"FNAME":"Ann \"A.\""}}`,
    );
  });

  test("cannot be somebody else's place in the API", () => {
    expect(complaintOf({ ...action, body: { email: ".." } })).toBe("What is to be subscribed is no e-mail address.");
    expect(planAction({ ...action, body: { email: "a@b/../../c" } }).effect.request.url).toMatch(
      /members\/a%40b%2F\.\.%2F\.\.%2Fc$/,
    );
  });

  testRefusals(receive, action);
  testProbe(connection, "GET https://us21.api.mailchimp.com/3.0/ping");
});

describe("a Stripe object", () => {
  const connection = { kind: "stripe", credentials: { key: "rk_test_51ExampleExampleExample" } };
  const action = {
    type: "stripe-fetch",
    connection,
    body: { id: "cs_test_a1B2" },
    config: { id: "{{ trigger.body.id }}" },
  };

  test("is looked up by its id, in a version that does not change by itself", async () => {
    const planned = planAction({ ...action, config: { ...action.config, expand: ["customer", "line_items"] } });
    expect(planned.effect.request).toEqual({
      method: "GET",
      url: "https://api.stripe.com/v1/checkout/sessions/cs_test_a1B2?expand%5B%5D=customer&expand%5B%5D=line_items",
      headers: [
        { name: "authorization", value: "Bearer rk_test_51ExampleExampleExample" },
        { name: "stripe-version", value: "2025-09-30.clover" },
      ],
      body: "",
    });

    const answer = { id: "cs_test_a1B2", object: "checkout.session", amount_total: 1_000 };
    expect(await deliver(await receive([json(200, answer)]), planned)).toMatchObject({
      status: "succeeded",
      output: answer,
    });
  });

  test.each([
    ["cus_N1", "customers/cus_N1"],
    ["sub_1", "subscriptions/sub_1"],
    ["sub_sched_1", "subscription_schedules/sub_sched_1"],
    ["py_1", "charges/py_1"],
    ["pyr_1", "refunds/pyr_1"],
  ])("%s is at %s", (id, path) => {
    expect(planAction({ ...action, body: { id } }).effect.request.url).toBe(`https://api.stripe.com/v1/${path}`);
  });

  test.each(["unknown_1", "cus_1/../../balance", "cus_1?expand[]=a", "7"])("“%s” is no id", (id) => {
    expect(complaintOf({ ...action, body: { id } })).toBe(
      `“${id}” is not an id of anything that can be looked up at Stripe.`,
    );
  });

  testRefusals(receive, action);
  testProbe(connection, "GET https://api.stripe.com/v1/balance");
});
