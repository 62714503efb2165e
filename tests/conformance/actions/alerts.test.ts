import { vi } from "vitest";
import { type AcceptedCase, json, type RefusedCase, testActions } from "./action-cases";

vi.mock("@/lib/platform/send-request/send-request", async (load) =>
  (await import("../../support/redirected")).redirected(load),
);

const headers = { "content-type": "application/json; charset=utf-8" };

const ROUTING_KEY = "R0Z1X2C3V4B5N6M7A8S9D0F1G2H3J4K5";
const pagerduty = (region: string) => ({
  type: "pagerduty-event",
  connection: { kind: "pagerduty", credentials: { routingKey: ROUTING_KEY, region } },
});
const KEY = "5f9d2c1e-8a47-4b60-9c3d-e2f1a0b9c8d7";
const opsgenie = (region: string) => ({
  type: "opsgenie-alert",
  connection: { kind: "opsgenie", credentials: { key: KEY, region } },
});
const genie = { ...headers, authorization: `GenieKey ${KEY}` };

const accepted: AcceptedCase[] = [
  {
    name: "PagerDuty: an alert is opened",
    ...pagerduty("us"),
    config: {
      dedupKey: "order-{{ trigger.body.id }}",
      summary: "{{ trigger.body.who }}",
      severity: "critical",
      details: [
        { name: "id", value: "{{ trigger.body.id }}" },
        { name: "all", value: "{{ trigger.body.all }}" },
      ],
    },
    answer: json(202, { status: "success", dedup_key: "order-12345678" }),
    wire: {
      method: "POST",
      url: "https://events.pagerduty.com/v2/enqueue",
      headers,
      body: [
        `{"routing_key":"${ROUTING_KEY}","event_action":"trigger","dedup_key":"order-12345678","payload":{`,
        String.raw`"summary":"Ann \"the boss\" & <Söns> \\ 😀","source":"Doorbell","severity":"critical","custom_details":{"id":12345678,`,
        '"all":"<!channel> @everyone <users/all> [here](https://evil.example) *b* {{ steps }}"}}}',
      ].join(""),
    },
    output: { status: "success", dedup_key: "order-12345678" },
    loggedUrl: "https://events.pagerduty.com/v2/enqueue",
  },
  {
    name: "PagerDuty in the EU: an alert is ended",
    ...pagerduty("eu"),
    config: { action: "resolve", dedupKey: "order-{{ trigger.body.id }}" },
    answer: json(202, { status: "success", dedup_key: "order-12345678" }),
    wire: {
      method: "POST",
      url: "https://events.eu.pagerduty.com/v2/enqueue",
      headers,
      body: `{"routing_key":"${ROUTING_KEY}","event_action":"resolve","dedup_key":"order-12345678"}`,
    },
    output: { status: "success", dedup_key: "order-12345678" },
    loggedUrl: "https://events.eu.pagerduty.com/v2/enqueue",
  },
  {
    name: "Opsgenie: an alert is opened",
    ...opsgenie("us"),
    config: {
      alias: "order/{{ trigger.body.id }}",
      message: "{{ trigger.body.who }}",
      description: "See {{ trigger.body.all }}",
      priority: "P1",
      details: [{ name: "id", value: "{{ trigger.body.id }}" }],
    },
    answer: json(202, { result: "Request will be processed", requestId: "r" }),
    wire: {
      method: "POST",
      url: "https://api.opsgenie.com/v2/alerts",
      headers: genie,
      body: [
        String.raw`{"message":"Ann \"the boss\" & <Söns> \\ 😀","alias":"order/12345678","description":"See <!channel> @everyone`,
        ' <users/all> [here](https://evil.example) *b* {{ steps }}","priority":"P1","source":"Doorbell","details":{"id":"12345678"}}',
      ].join(""),
    },
    output: { result: "Request will be processed", requestId: "r" },
    loggedUrl: "https://api.opsgenie.com/v2/alerts",
  },
  {
    name: "Opsgenie in the EU: an alert is closed, with a note",
    ...opsgenie("eu"),
    config: { action: "close", alias: "order/{{ trigger.body.id }}?", description: "Paid" },
    answer: json(202, { result: "Request will be processed", requestId: "r" }),
    wire: {
      method: "POST",
      url: "https://api.eu.opsgenie.com/v2/alerts/order%2F12345678%3F/close?identifierType=alias",
      headers: genie,
      body: '{"source":"Doorbell","note":"Paid"}',
    },
    output: { requestId: "r" },
    loggedUrl: "https://api.eu.opsgenie.com/v2/alerts/order%2F12345678%3F/close?identifierType=alias",
  },
  {
    name: "Jira Service Management: an alert is acknowledged",
    ...opsgenie("jira"),
    config: { action: "acknowledge", alias: "order-1" },
    answer: json(202, { requestId: "r" }),
    wire: {
      method: "POST",
      url: "https://api.atlassian.com/jsm/ops/integration/v2/alerts/order-1/acknowledge?identifierType=alias",
      headers: genie,
      body: '{"source":"Doorbell"}',
    },
    output: { requestId: "r" },
    loggedUrl: "https://api.atlassian.com/jsm/ops/integration/v2/alerts/order-1/acknowledge?identifierType=alias",
  },
];

const refused: RefusedCase[] = [
  {
    name: "PagerDuty: a wrong key, which the answer repeats",
    ...pagerduty("us"),
    config: { summary: "Down" },
    answers: [json(400, { status: "invalid event", errors: [`Invalid routing key ${ROUTING_KEY}`] })],
    error: "It answered 400.",
    attempts: ["failed"],
  },
  {
    name: "PagerDuty asks for patience",
    ...pagerduty("us"),
    config: { summary: "Down" },
    answers: [{ status: 429, headers: { "retry-after": "2" } }, json(202, { status: "success" })],
    error: null,
    attempts: ["failed", "succeeded"],
    pauseMs: 2_000,
  },
  {
    name: "PagerDuty: a key that comes to nothing ends no alert",
    ...pagerduty("us"),
    config: { action: "resolve", dedupKey: "{{ trigger.body.nothing }}" },
    answers: [],
    error: "Say by its key which alert is meant.",
    attempts: [],
  },
  {
    name: "Opsgenie: a wrong key",
    ...opsgenie("us"),
    config: { message: "Down" },
    answers: [json(401, { message: "Could not authenticate", took: 0.001 })],
    error: "It answered 401.",
    attempts: ["failed"],
  },
];

testActions({ accepted, refused });
