import { defineSource } from "@/lib/catalog/sources/define-source";

const user = {
  self: "https://seaworthy.example.com/rest/api/2/user?accountId=5f1c9e0b7a4d3c0021b6e8aa",
  accountId: "5f1c9e0b7a4d3c0021b6e8aa",
  accountType: "atlassian",
  displayName: "Emeka Obi",
  active: true,
  timeZone: "Europe/London",
};

const issue = {
  id: "20418",
  self: "https://seaworthy.example.com/rest/api/2/20418",
  key: "HULL-73",
  fields: {
    summary: "Paint flakes below the waterline",
    description: "Seen on three boats this week.",
    created: "2026-03-04T08:14:22.000+0000",
    issuetype: { id: "10004", name: "Bug" },
    status: { id: "3", name: "In Progress" },
    priority: { id: "2", name: "High" },
    project: { id: "10021", key: "HULL", name: "Hull" },
    labels: ["paint"],
    assignee: user,
    reporter: user,
  },
};

/** https://developer.atlassian.com/cloud/jira/platform/webhooks/#secure-admin-webhooks */
export const jira = defineSource({
  id: "jira",
  name: "Jira",
  summary: "Issues, comments, sprints and versions of a Jira Cloud site.",
  docsUrl: "https://developer.atlassian.com/cloud/jira/platform/webhooks/",
  color: "#0052cc",
  proof: { kind: "hmac", recipe: { header: "x-hub-signature", prefix: "sha256=" } },
  secret: { prefix: "", encoding: "hex" },
  event: { type: [{ path: "webhookEvent" }], id: [{ header: "x-atlassian-webhook-identifier" }] },
  habits: { deadlineSeconds: null, retries: "It tries up to five more times." },
  setup: [
    "As a Jira administrator, open Settings (the cog), System, WebHooks, Create a WebHook.",
    "Give it a name, and paste the address as URL.",
    "Paste the secret as Secret.",
    "Choose the events, and which issues they should be about, and Create.",
  ],
  samples: [
    {
      name: "A new issue",
      eventType: "jira:issue_created",
      headers: { "x-atlassian-webhook-identifier": "4be1a7d0-3c52-4f2e-8f0d-9a6b5c4d3e01" },
      body: {
        timestamp: 1772612062000,
        webhookEvent: "jira:issue_created",
        issue_event_type_name: "issue_created",
        user,
        issue,
      },
    },
    {
      name: "A changed status",
      eventType: "jira:issue_updated",
      headers: { "x-atlassian-webhook-identifier": "4be1a7d0-3c52-4f2e-8f0d-9a6b5c4d3e02" },
      body: {
        timestamp: 1772613130000,
        webhookEvent: "jira:issue_updated",
        issue_event_type_name: "issue_generic",
        user,
        issue,
        changelog: {
          id: "51877",
          items: [
            {
              field: "status",
              fieldtype: "jira",
              from: "10000",
              fromString: "To Do",
              to: "3",
              toString: "In Progress",
            },
          ],
        },
      },
    },
    {
      name: "A new comment",
      eventType: "comment_created",
      headers: { "x-atlassian-webhook-identifier": "4be1a7d0-3c52-4f2e-8f0d-9a6b5c4d3e03" },
      body: {
        timestamp: 1772614011000,
        webhookEvent: "comment_created",
        comment: {
          id: "90115",
          author: user,
          body: "The new primer holds.",
          created: "2026-03-04T08:46:51.000+0000",
        },
        issue,
      },
    },
  ],
  vectors: [
    {
      name: "the example in Atlassian's documentation",
      secrets: ["It's a Secret to Everybody"],
      headers: { "x-hub-signature": "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9" },
      body: "Hello World!",
      expect: "accept",
    },
    {
      name: "Atlassian's example with one character more",
      secrets: ["It's a Secret to Everybody"],
      headers: { "x-hub-signature": "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9" },
      body: "Hello World!\n",
      expect: "reject",
    },
  ],
});
