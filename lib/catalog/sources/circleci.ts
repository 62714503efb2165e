import { defineSource } from "@/lib/catalog/sources/define-source";

const project = {
  id: "2f4a81de-5b0c-4a53-8d1e-c7a90b36f412",
  name: "weather-buoy",
  slug: "github/open-water/weather-buoy",
};

const organization = { id: "c0a5b3d1-9e27-4f68-a14b-83d6e5f70912", name: "open-water" };

const workflow = {
  id: "b7e2c9a0-13d4-4f5e-9c68-5a0f1d2b3c47",
  name: "build-and-ship",
  created_at: "2026-03-04T09:03:11.204Z",
  stopped_at: "2026-03-04T09:07:52.880Z",
  status: "failed",
  url: "https://app.circleci.com/pipelines/github/open-water/weather-buoy/218/workflows/b7e2c9a0-13d4-4f5e-9c68-5a0f1d2b3c47",
};

const pipeline = {
  id: "7d91f0a4-68c3-4b27-8e5d-0f2a1b3c4d5e",
  number: 218,
  created_at: "2026-03-04T09:03:10.917Z",
  trigger: { type: "webhook" },
  vcs: {
    provider_name: "github",
    origin_repository_url: "https://github.com/open-water/weather-buoy",
    target_repository_url: "https://github.com/open-water/weather-buoy",
    branch: "main",
    revision: "1dc6aa69429bff4806ad6afe58d3d8f57e25973e",
    commit: {
      subject: "Report gusts, too",
      author: { name: "Juno Park", email: "juno@example.com" },
      authored_at: "2026-03-04T09:02:40Z",
    },
  },
};

/** https://circleci.com/docs/outbound-webhooks/ */
export const circleci = defineSource({
  id: "circleci",
  name: "CircleCI",
  summary: "Finished workflows and jobs of a project.",
  docsUrl: "https://circleci.com/docs/outbound-webhooks/",
  color: "#343434",
  proof: { kind: "hmac", recipe: { header: "circleci-signature", separator: ",", prefix: "v1=" } },
  secret: { prefix: "", encoding: "hex" },
  event: { type: [{ path: "type" }, { header: "circleci-event-type" }], id: [{ path: "id" }] },
  habits: { deadlineSeconds: 10, retries: "It tries again when the answer is late or no success." },
  setup: [
    "In CircleCI, open your project's Project Settings, Webhooks, Add Webhook.",
    "Give it a name, and paste the address as Receiver URL.",
    "Paste the secret as Secret token.",
    "Choose Workflow Completed, Job Completed or both.",
    "Send a test ping, and add the webhook.",
  ],
  samples: [
    {
      name: "A failed workflow",
      eventType: "workflow-completed",
      headers: { "circleci-event-type": "workflow-completed" },
      body: {
        id: "e1c4d7a2-50b9-36f8-8a2d-4c6b9e0f1a35",
        type: "workflow-completed",
        happened_at: "2026-03-04T09:07:53.010Z",
        webhook: { id: "a90d3e71-2c4b-4f86-b5d7-6e8f9a0b1c2d", name: "Doorbell" },
        project,
        organization,
        workflow,
        pipeline,
      },
    },
    {
      name: "A finished job",
      eventType: "job-completed",
      headers: { "circleci-event-type": "job-completed" },
      body: {
        id: "e1c4d7a2-50b9-36f8-8a2d-4c6b9e0f1a36",
        type: "job-completed",
        happened_at: "2026-03-04T09:06:20.441Z",
        webhook: { id: "a90d3e71-2c4b-4f86-b5d7-6e8f9a0b1c2d", name: "Doorbell" },
        project,
        organization,
        workflow,
        pipeline,
        job: {
          id: "5c8e2f90-a7b1-4d63-90e4-1b2c3d4e5f60",
          number: 1034,
          name: "test",
          status: "success",
          started_at: "2026-03-04T09:03:30.100Z",
          stopped_at: "2026-03-04T09:06:19.732Z",
        },
      },
    },
  ],
  vectors: [
    {
      name: "the example in CircleCI's documentation",
      secrets: ["secret"],
      headers: { "circleci-signature": "v1=734cc62f32841568f45715aeb9f4d7891324e6d948e4c6c60c0621cdac48623a" },
      body: "hello world",
      expect: "accept",
    },
    {
      name: "CircleCI's example beside a newer kind of signature",
      secrets: ["secret"],
      headers: {
        "circleci-signature": "v2=4d7a,v1=734cc62f32841568f45715aeb9f4d7891324e6d948e4c6c60c0621cdac48623a",
      },
      body: "hello world",
      expect: "accept",
    },
    {
      name: "the example that CircleCI's documentation calls wrong",
      secrets: ["secret"],
      headers: { "circleci-signature": "v1=not-a-valid-signature" },
      body: "foo",
      expect: "reject",
    },
    {
      name: "CircleCI's example with another body",
      secrets: ["secret"],
      headers: { "circleci-signature": "v1=734cc62f32841568f45715aeb9f4d7891324e6d948e4c6c60c0621cdac48623a" },
      body: "hello, world",
      expect: "reject",
    },
  ],
});
