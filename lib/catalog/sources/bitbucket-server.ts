import { defineSource } from "@/lib/catalog/sources/define-source";
import type { Handshake } from "@/lib/catalog/sources/handshake";
import { headerValues } from "@/lib/domain/signatures/signed-request";

const actor = {
  id: 84,
  name: "wanda",
  displayName: "Wanda Kowalska",
  emailAddress: "wanda@example.com",
  active: true,
  slug: "wanda",
  type: "NORMAL",
};

const repository = {
  id: 512,
  slug: "crane-control",
  name: "crane-control",
  scmId: "git",
  state: "AVAILABLE",
  project: { id: 9, key: "DOCK", name: "Docks", type: "NORMAL" },
};

/** “Test connection” comes before anything else, and older versions do not sign it. */
const testConnection: Handshake = {
  needsProof: false,
  answer: ({ headers }) =>
    headerValues(headers, "x-event-key")[0] === "diagnostics:ping" ? { status: 200, body: "" } : undefined,
};

/** https://confluence.atlassian.com/bitbucketserver/event-payload-938025882.html */
export const bitbucketServer = defineSource({
  id: "bitbucket-server",
  name: "Bitbucket Data Center",
  summary: "Pushes, pull requests and comments of a repository on your company's own Bitbucket.",
  docsUrl: "https://confluence.atlassian.com/bitbucketserver/manage-webhooks-938025878.html",
  color: "#2684ff",
  proof: { kind: "hmac", recipe: { header: "x-hub-signature", prefix: "sha256=" } },
  scheme: "bitbucket",
  secret: { prefix: "", encoding: "hex" },
  event: {
    type: [{ header: "x-event-key" }, { path: "eventKey" }],
    id: [{ header: "x-request-id" }, { header: "x-request-uuid" }],
  },
  handshakes: [testConnection],
  habits: { deadlineSeconds: null, retries: "It does not try again, and pauses a webhook that keeps failing." },
  setup: [
    "In your repository, open Repository settings, Webhooks, Create webhook.",
    "Give it a name, and paste the address as URL.",
    "Paste the secret as Secret, and choose Test connection.",
    "Choose the events, and Create.",
  ],
  samples: [
    {
      name: "A push to main",
      eventType: "repo:refs_changed",
      headers: { "x-event-key": "repo:refs_changed", "x-request-id": "6c5f3a80-24b9-4a1e-8f63-0b1d2c3e4f51" },
      body: {
        eventKey: "repo:refs_changed",
        date: "2026-03-04T11:12:09+0100",
        actor,
        repository,
        changes: [
          {
            ref: { id: "refs/heads/main", displayId: "main", type: "BRANCH" },
            refId: "refs/heads/main",
            fromHash: "ecddabb624f6f5ba43816f5926e580a5f680a932",
            toHash: "178864a7d521b6f5e720b386b2c2b0ef8563e0dc",
            type: "UPDATE",
          },
        ],
      },
    },
    {
      name: "An opened pull request",
      eventType: "pr:opened",
      headers: { "x-event-key": "pr:opened", "x-request-id": "6c5f3a80-24b9-4a1e-8f63-0b1d2c3e4f52" },
      body: {
        eventKey: "pr:opened",
        date: "2026-03-04T11:20:44+0100",
        actor,
        pullRequest: {
          id: 33,
          version: 1,
          title: "Stop the crane in strong wind",
          state: "OPEN",
          open: true,
          closed: false,
          createdDate: 1772619644000,
          fromRef: { id: "refs/heads/wind", displayId: "wind", repository },
          toRef: { id: "refs/heads/main", displayId: "main", repository },
          author: { user: actor, role: "AUTHOR", approved: false, status: "UNAPPROVED" },
          reviewers: [],
        },
      },
    },
  ],
  vectors: [
    {
      name: "signed with the secret",
      secrets: ["hook of the crane"],
      headers: {
        "x-hub-signature": "sha256=7eaecc9ab452f0d402f99831ce228f31917b3ffd4c031cdbe817d3422683a696",
      },
      body: '{"eventKey":"pr:merged","pullRequest":{"id":33}}',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["hook of the crane"],
      headers: {
        "x-hub-signature": "sha256=7eaecc9ab452f0d402f99831ce228f31917b3ffd4c031cdbe817d3422683a696",
      },
      body: '{"eventKey":"pr:merged","pullRequest":{"id":34}}',
      expect: "reject",
    },
    {
      name: "another secret",
      secrets: ["hook of the pirate"],
      headers: {
        "x-hub-signature": "sha256=7eaecc9ab452f0d402f99831ce228f31917b3ffd4c031cdbe817d3422683a696",
      },
      body: '{"eventKey":"pr:merged","pullRequest":{"id":33}}',
      expect: "reject",
    },
  ],
});
