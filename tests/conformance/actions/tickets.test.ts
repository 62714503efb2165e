import { describe, expect, test } from "vitest";
import { complaintOf, planAction } from "../../support/planned-action";
import { deliver, json, provideService, testProbe, testRefusals } from "../../support/service";

const receive = provideService();
const JSON_TYPE = { name: "content-type", value: "application/json; charset=utf-8" };
const body = { subject: 'Broken\n"door"', text: "Line *one*\nline two\n\n<b>next</b>", tags: ["from desk", "p1"] };

describe("a Zendesk ticket", () => {
  const credentials = {
    subdomain: "harbour",
    email: "ann@example.com",
    token: "6wiIBWbGkBMo1mRDMuVwkw1EPsNkeUj95PIz2akv",
  };
  const connection = { kind: "zendesk", credentials };
  const authorization = `Basic ${btoa("ann@example.com/token:6wiIBWbGkBMo1mRDMuVwkw1EPsNkeUj95PIz2akv")}`;
  const config = {
    subject: "{{ trigger.body.subject }}",
    text: "{{ trigger.body.text }}",
    requesterEmail: "bob@example.com",
    priority: "urgent",
    tags: ["{{ trigger.body.tags }}"],
  };
  const action = { type: "zendesk-ticket", connection, body, config };

  test("is opened in the name of whoever asks", async () => {
    const planned = planAction(action);
    expect(planned.effect.request).toEqual({
      method: "POST",
      url: "https://harbour.zendesk.com/api/v2/tickets.json",
      headers: [JSON_TYPE, { name: "authorization", value: authorization }],
      body: String.raw`{"ticket":{"subject":"Broken\n\"door\"","comment":{"body":"Line *one*\nline two\n\n<b>next</b>"},"requester":{"email":"bob@example.com","name":"bob@example.com"},"priority":"urgent","tags":["from desk","p1"]}}`,
    });
    const answer = {
      ticket: { id: 35436, status: "new", url: "https://harbour.zendesk.com/api/v2/tickets/35436.json" },
    };
    expect(await deliver(await receive([json(201, answer)]), planned)).toMatchObject({
      status: "succeeded",
      output: { id: 35436, status: "new", url: "https://harbour.zendesk.com/agent/tickets/35436" },
    });
  });

  test("needs no more than a subject and a text", () => {
    const small = { subject: "A", text: "B" };
    expect(planAction({ ...action, config: small }).effect.request.body).toBe(
      '{"ticket":{"subject":"A","comment":{"body":"B"},"tags":[]}}',
    );
    expect(complaintOf({ ...action, body: {} })).toBe("The ticket has no subject.");
  });

  test("has failed when the answer names none", async () => {
    const sent = await deliver(await receive([{ status: 200, body: "<html>" }]), planAction(action));
    expect(sent).toMatchObject({ status: "failed", message: "Zendesk does not say which ticket it opened." });
  });

  testRefusals(receive, action);
  testProbe(connection, "GET https://harbour.zendesk.com/api/v2/users/me.json");
});

describe("a Jira ticket", () => {
  const credentials = {
    site: "https://Harbour.atlassian.net/jira",
    email: "ann@example.com",
    token: "ATATT3xFfGF0example",
  };
  const connection = { kind: "jira", credentials };
  const config = {
    project: "DESK",
    kind: "Bug",
    title: "{{ trigger.body.subject }}",
    text: "{{ trigger.body.text }}",
    labels: ["{{ trigger.body.tags }}"],
  };
  const action = { type: "jira-ticket", connection, body, config };

  test("is opened with its text as paragraphs, in which nothing is a mark", async () => {
    const planned = planAction(action);
    expect(planned.effect.request).toEqual({
      method: "POST",
      url: "https://harbour.atlassian.net/rest/api/3/issue",
      headers: [
        JSON_TYPE,
        { name: "authorization", value: `Basic ${btoa("ann@example.com:ATATT3xFfGF0example")}` },
        { name: "accept", value: "application/json" },
      ],
      body: String.raw`{"fields":{"project":{"key":"DESK"},"issuetype":{"name":"Bug"},"summary":"Broken \"door\"","description":{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"Line *one*"},{"type":"hardBreak"},{"type":"text","text":"line two"}]},{"type":"paragraph","content":[{"type":"text","text":"<b>next</b>"}]}]},"labels":["from-desk","p1"]}}`,
    });
    const answer = { id: "10000", key: "DESK-42", self: "https://harbour.atlassian.net/rest/api/3/issue/10000" };
    expect(await deliver(await receive([json(201, answer)]), planned)).toMatchObject({
      status: "succeeded",
      output: { id: "10000", key: "DESK-42", url: "https://harbour.atlassian.net/browse/DESK-42" },
    });
  });

  test("is cut to what Jira takes, and has no description where there is no text", () => {
    const sent = planAction({ ...action, body: { subject: "x".repeat(300) } }).effect.request.body;
    expect(JSON.parse(sent).fields).toMatchObject({ summary: `${"x".repeat(254)}…`, labels: [] });
    expect(JSON.parse(sent).fields).not.toHaveProperty("description");
  });

  test("has failed when the answer names none", async () => {
    const sent = await deliver(await receive([json(200, {})]), planAction(action));
    expect(sent).toMatchObject({ status: "failed", message: "Jira does not say which ticket it opened." });
  });

  testRefusals(receive, action);
  testProbe(connection, "GET https://harbour.atlassian.net/rest/api/3/myself");
});
