import { defineSource } from "@/lib/catalog/sources/define-source";
import { gitlabSamples } from "@/lib/catalog/sources/gitlab-samples";

/** https://docs.gitlab.com/user/project/integrations/webhooks/ */
export const gitlab = defineSource({
  id: "gitlab",
  name: "GitLab",
  summary: "Pushes, merge requests, issues, pipelines and releases of a project or a group.",
  docsUrl: "https://docs.gitlab.com/user/project/integrations/webhooks/",
  color: "#fc6d26",
  proof: { kind: "token", recipe: { header: "x-gitlab-token" } },
  scheme: "gitlab-token",
  otherProofs: {
    "gitlab-signing-token": {
      kind: "hmac",
      recipe: {
        header: "webhook-signature",
        separator: " ",
        prefix: "v1,",
        encoding: "base64",
        keyEncoding: "base64",
        keyPrefix: "whsec_",
        idHeader: "webhook-id",
        timestampHeader: "webhook-timestamp",
        signedContent: "{id}.{timestamp}.{body}",
      },
    },
  },
  secret: { prefix: "", encoding: "hex" },
  event: {
    type: [{ path: "object_kind" }, { header: "x-gitlab-event" }],
    typeSuffix: { path: "object_attributes.action" },
    // Not x-gitlab-event-uuid: whatever one event sets off carries the same.
    id: [{ header: "idempotency-key" }, { header: "webhook-id" }],
  },
  habits: {
    deadlineSeconds: 10,
    retries: "A webhook that fails several times in a row is switched off for a while.",
  },
  setup: [
    "In your project or group, open Settings, Webhooks, Add new webhook.",
    "Paste the address as URL, and the secret as Secret token.",
    "Tick the events under Trigger, and choose Add webhook.",
    "In the list of webhooks, choose Test and Push events to ring once.",
    "If your GitLab makes a signing token instead, which begins with whsec_, paste that here and let it be checked as one.",
  ],
  samples: gitlabSamples,
  vectors: [
    {
      name: "the secret as it is",
      secrets: ["a lantern, not a lamp"],
      headers: { "x-gitlab-token": "a lantern, not a lamp" },
      body: '{"object_kind":"push"}',
      expect: "accept",
    },
    {
      name: "another secret",
      secrets: ["a lantern, not a lamp"],
      headers: { "x-gitlab-token": "a lamp, not a lantern" },
      body: '{"object_kind":"push"}',
      expect: "reject",
    },
    {
      name: "no secret at all",
      secrets: ["a lantern, not a lamp"],
      headers: { "x-gitlab-event": "Push Hook" },
      body: '{"object_kind":"push"}',
      expect: "reject",
    },
    {
      name: "signed with a signing token",
      scheme: "gitlab-signing-token",
      secrets: ["whsec_dGhpcnR5LXR3byBieXRlcyBmb3IgdGhlIGhhcmJvdXI="],
      headers: {
        "webhook-id": "3f0c9d1e-7a52-4b1c-9a57-0d6b8f3e2c11",
        "webhook-timestamp": "1772611200",
        "webhook-signature": "v1,muDrsHa0S36eC3TlDLMHdaiLspRY4q0d4NcnkIS7Z60=",
      },
      body: '{"object_kind":"push"}',
      nowSeconds: 1772611203,
      expect: "accept",
    },
    {
      name: "signed with a signing token, six minutes ago",
      scheme: "gitlab-signing-token",
      secrets: ["whsec_dGhpcnR5LXR3byBieXRlcyBmb3IgdGhlIGhhcmJvdXI="],
      headers: {
        "webhook-id": "3f0c9d1e-7a52-4b1c-9a57-0d6b8f3e2c11",
        "webhook-timestamp": "1772611200",
        "webhook-signature": "v1,muDrsHa0S36eC3TlDLMHdaiLspRY4q0d4NcnkIS7Z60=",
      },
      body: '{"object_kind":"push"}',
      nowSeconds: 1772611560,
      expect: "reject",
    },
  ],
});
