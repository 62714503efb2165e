import { expect, test } from "vitest";
import { complaintOf, planAction } from "../../support/planned-action";
import { deliver, json, provideService, testProbe, testRefusals } from "../../support/service";

const receive = provideService();

const connection = { kind: "github", credentials: { token: "github_pat_11AAAAAAA0exampleexampleexample" } };
const enterprise = {
  ...connection,
  credentials: { ...connection.credentials, apiUrl: "https://git.corp.example/api/v3/" },
};
const headers = [
  { name: "content-type", value: "application/json; charset=utf-8" },
  { name: "authorization", value: "Bearer github_pat_11AAAAAAA0exampleexampleexample" },
  { name: "accept", value: "application/vnd.github+json" },
  { name: "x-github-api-version", value: "2022-11-28" },
];
const body = {
  repository: "octo/app",
  number: 7,
  subject: 'Broken "door"',
  tags: ["bug", "p1"],
  id: "T/1",
  amount: 1.5,
};

const issue = {
  type: "github-issue",
  connection,
  body,
  config: {
    repository: "{{ trigger.body.repository }}",
    title: "{{ trigger.body.subject }}",
    text: "Of {{ trigger.body.id }}",
    labels: ["{{ trigger.body.tags }}", "from-desk", "{{ trigger.body.none }}"],
    assignees: ["octocat"],
  },
};

test("an issue goes to the repository's issues, and gives its number and address", async () => {
  const planned = planAction(issue);
  expect(planned.effect.request).toEqual({
    method: "POST",
    url: "https://api.github.com/repos/octo/app/issues",
    headers,
    body: String.raw`{"title":"Broken \"door\"","body":"Of T/1","labels":["bug","p1","from-desk"],"assignees":["octocat"]}`,
  });

  const server = await receive([json(201, { number: 8, id: 99, html_url: "https://github.com/octo/app/issues/8" })]);
  expect(await deliver(server, planned)).toMatchObject({
    status: "succeeded",
    output: { number: 8, id: 99, url: "https://github.com/octo/app/issues/8" },
  });
});

test("a comment goes to its issue, at GitHub Enterprise under that server's address", () => {
  const config = { repository: "octo/app", number: "#{{ trigger.body.number }}", text: "Seen: {{ trigger.body.id }}" };
  expect(planAction({ type: "github-comment", connection: enterprise, body, config }).effect.request).toEqual({
    method: "POST",
    url: "https://git.corp.example/api/v3/repos/octo/app/issues/7/comments",
    headers,
    body: '{"body":"Seen: T/1"}',
  });
});

const dispatch = { type: "github-dispatch", connection, body };
const inputs = [
  { name: "ticket", value: "{{ trigger.body.id }}" },
  { name: "amount", value: "{{ trigger.body.amount }}" },
];

test("a workflow is started by its file, with texts as its inputs", async () => {
  const planned = planAction({ ...dispatch, config: { repository: "octo/app", workflow: "deploy.yml", inputs } });
  expect(planned.effect.request).toEqual({
    method: "POST",
    url: "https://api.github.com/repos/octo/app/actions/workflows/deploy.yml/dispatches",
    headers,
    body: '{"ref":"main","inputs":{"ticket":"T/1","amount":"1.5"}}',
  });
  expect(await deliver(await receive([204]), planned)).toMatchObject({ status: "succeeded", output: { status: 204 } });
});

test("an event is sent with the values as they are", () => {
  const config = { repository: "octo/app", starts: "event", eventType: "ticket-closed", inputs };
  expect(planAction({ ...dispatch, config }).effect.request).toEqual({
    method: "POST",
    url: "https://api.github.com/repos/octo/app/dispatches",
    headers,
    body: '{"event_type":"ticket-closed","client_payload":{"ticket":"T/1","amount":1.5}}',
  });
});

test.each([
  ["../../user", "“..” cannot be part of an address."],
  ["octo", "A repository is written as whose it is, a slash, and its name."],
  ["octo/app/issues", "A repository is written as whose it is, a slash, and its name."],
  ["{{ trigger.body.none }}", "There is no repository to go to."],
])("“%s” is no repository", (repository, complaint) => {
  expect(complaintOf({ ...issue, config: { ...issue.config, repository } })).toBe(complaint);
});

test("what stands in the data cannot lead to another place of the API", () => {
  const config = { repository: "octo/app", workflow: "{{ trigger.body.file }}", inputs: [] };
  const planned = planAction({ ...dispatch, body: { file: "a/../../../user?x#y" }, config });
  expect(planned.effect.request.url).toBe(
    "https://api.github.com/repos/octo/app/actions/workflows/a%2F..%2F..%2F..%2Fuser%3Fx%23y/dispatches",
  );
  const comment = { type: "github-comment", connection, body: { n: "7/../8" } };
  const to = { repository: "octo/app", number: "{{ trigger.body.n }}", text: "Hi" };
  expect(complaintOf({ ...comment, config: to })).toBe("“7/../8” is not the number of an issue.");
});

testRefusals(receive, issue);
testProbe(connection, "GET https://api.github.com/user");
testProbe(enterprise, "GET https://git.corp.example/api/v3/user");
