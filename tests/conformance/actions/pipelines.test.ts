import { describe, expect, test } from "vitest";
import { complaintOf, planAction } from "../../support/planned-action";
import { deliver, json, provideService, testProbe, testRefusals } from "../../support/service";

const receive = provideService();
const body = { ticket: "T&1=2", branch: "main", folder: "shop floor/deploy", note: "" };

describe("a GitLab pipeline", () => {
  const connection = {
    kind: "gitlab",
    credentials: { token: "glptt-0a1b2c3d4e5f6a7b8c9d", baseUrl: "https://git.example/code/" },
  };
  const action = {
    type: "gitlab-pipeline",
    connection,
    body,
    config: {
      project: "my group/shop",
      ref: "{{ trigger.body.branch }}",
      variables: [{ name: "TICKET", value: "{{ trigger.body.ticket }}" }],
    },
  };

  test("is started by a form that holds the token, which the log does not", async () => {
    const planned = planAction(action);
    expect(planned.effect.request).toEqual({
      method: "POST",
      url: "https://git.example/code/api/v4/projects/my%20group%2Fshop/trigger/pipeline",
      headers: [{ name: "content-type", value: "application/x-www-form-urlencoded" }],
      body: "token=glptt-0a1b2c3d4e5f6a7b8c9d&ref=main&variables%5BTICKET%5D=T%261%3D2",
    });

    const answer = { id: 257, status: "created", web_url: "https://git.example/shop/-/pipelines/257" };
    expect(await deliver(await receive([json(201, answer)]), planned)).toMatchObject({
      status: "succeeded",
      output: { id: 257, status: "created", url: "https://git.example/shop/-/pipelines/257" },
    });
  });

  test("at gitlab.com, where nothing else is said", () => {
    const there = { ...connection, credentials: { token: "glptt-0a1b2c3d4e5f6a7b8c9d" } };
    expect(planAction({ ...action, connection: there }).effect.request.url).toBe(
      "https://gitlab.com/api/v4/projects/my%20group%2Fshop/trigger/pipeline",
    );
  });

  testRefusals(receive, action);
});

describe("a Bitbucket pipeline", () => {
  const connection = { kind: "bitbucket", credentials: { email: "ann@example.com", token: "ATATT3xFfGF0example" } };
  const config = { repository: "harbour/shop", branch: "{{ trigger.body.branch }}", pipeline: "", variables: [] };
  const action = { type: "bitbucket-pipeline", connection, body, config };

  test("runs on its branch", () => {
    expect(planAction(action).effect.request).toEqual({
      method: "POST",
      url: "https://api.bitbucket.org/2.0/repositories/harbour/shop/pipelines/",
      headers: [
        { name: "content-type", value: "application/json; charset=utf-8" },
        { name: "authorization", value: `Basic ${btoa("ann@example.com:ATATT3xFfGF0example")}` },
      ],
      body: '{"target":{"type":"pipeline_ref_target","ref_type":"branch","ref_name":"main"},"variables":[]}',
    });
  });

  test("or is a custom one with variables", async () => {
    const variables = [{ name: "TICKET", value: "{{ trigger.body.ticket }}" }];
    const planned = planAction({ ...action, config: { ...config, pipeline: "deploy", variables } });
    expect(planned.effect.request.body).toBe(
      '{"target":{"type":"pipeline_ref_target","ref_type":"branch","ref_name":"main","selector":{"type":"custom","pattern":"deploy"}},"variables":[{"key":"TICKET","value":"T&1=2"}]}',
    );

    const answer = { build_number: 12, uuid: "{a2cf}", state: { name: "PENDING" } };
    expect(await deliver(await receive([json(201, answer)]), planned)).toMatchObject({
      status: "succeeded",
      output: { number: 12, id: "{a2cf}", state: "PENDING" },
    });
  });

  testRefusals(receive, action);
  testProbe(connection, "GET https://api.bitbucket.org/2.0/user");
});

describe("a Jenkins build", () => {
  const connection = {
    kind: "jenkins",
    credentials: { baseUrl: "http://10.0.0.7:8080/ci", user: "doorbell", token: "11aa22bb33cc44dd55ee66ff7788990011" },
  };
  const authorization = `Basic ${btoa("doorbell:11aa22bb33cc44dd55ee66ff7788990011")}`;
  const config = {
    job: "{{ trigger.body.folder }}",
    parameters: [
      { name: "TICKET", value: "{{ trigger.body.ticket }}" },
      { name: "NOTE", value: "{{ trigger.body.note }}" },
    ],
  };
  const action = { type: "jenkins-build", connection, body, config };

  test("of a job in a folder gets its parameters, empty ones too, and gives its place in the queue", async () => {
    const planned = planAction(action);
    expect(planned.effect.request).toEqual({
      method: "POST",
      url: "http://10.0.0.7:8080/ci/job/shop%20floor/job/deploy/buildWithParameters",
      headers: [
        { name: "content-type", value: "application/x-www-form-urlencoded" },
        { name: "authorization", value: authorization },
      ],
      body: "TICKET=T%261%3D2&NOTE=",
    });

    const headers = { location: "http://10.0.0.7:8080/ci/queue/item/42/" };
    expect(await deliver(await receive([{ status: 201, headers }]), planned)).toMatchObject({
      status: "succeeded",
      output: { queueUrl: "http://10.0.0.7:8080/ci/queue/item/42/" },
    });
  });

  test("without parameters asks for nothing but a build", () => {
    const { url, body: sent } = planAction({ ...action, config: { job: "nightly" } }).effect.request;
    expect([url, sent]).toEqual(["http://10.0.0.7:8080/ci/job/nightly/build", ""]);
  });

  test("has failed when Jenkins shows a page for signing in", async () => {
    const server = await receive([{ status: 200, headers: { "content-type": "text/html" }, body: "<h1>Sign in</h1>" }]);
    expect(await deliver(server, planAction(action))).toMatchObject({
      status: "failed",
      end: { kind: "refused", isWorthRetrying: false },
      message: "Jenkins did not put the build into its queue. Check the job's name and the user's rights.",
    });
  });

  test("cannot be led out of its folder", () => {
    expect(complaintOf({ ...action, body: { folder: "../../user/admin" } })).toBe("“..” cannot be part of an address.");
  });

  testRefusals(receive, action);
  testProbe(connection, "GET http://10.0.0.7:8080/ci/me/api/json?tree=id");
});
