import { defineSource } from "@/lib/catalog/sources/define-source";

const repository = {
  type: "repository",
  uuid: "{3c1d9a52-6f0e-4d2b-9a71-84d5b1c2e7f3}",
  name: "ferry-times",
  full_name: "north-pier/ferry-times",
  is_private: true,
  links: { html: { href: "https://bitbucket.org/north-pier/ferry-times" } },
};

const actor = {
  type: "user",
  display_name: "Noor Haddad",
  nickname: "noor",
  account_id: "712020:5d0a6c1e-0a8b-4b3c-93d2-1f4e7a9b6c58",
  uuid: "{b5a1e0c4-2d3f-4f57-8c19-6a7d8e9f0b12}",
};

/** The header is called as GitHub's old one, yet holds SHA-256. https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/ */
export const bitbucket = defineSource({
  id: "bitbucket",
  name: "Bitbucket Cloud",
  summary: "Pushes, pull requests, comments and build statuses of a repository on bitbucket.org.",
  docsUrl: "https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/",
  color: "#0052cc",
  proof: { kind: "hmac", recipe: { header: "x-hub-signature", prefix: "sha256=" } },
  secret: { prefix: "", encoding: "hex" },
  event: { type: [{ header: "x-event-key" }], id: [{ header: "x-request-uuid" }] },
  habits: { deadlineSeconds: 10, retries: "It tries up to two more times." },
  setup: [
    "In your repository, open Repository settings, Webhooks, Add webhook.",
    "Give it a title, and paste the address as URL.",
    "Paste the secret as Secret.",
    "Choose the triggers, and Save.",
  ],
  samples: [
    {
      name: "A push to main",
      eventType: "repo:push",
      headers: { "x-event-key": "repo:push", "x-request-uuid": "0f7a2b1c-6d3e-4c58-9b1a-7e2d4f6a8c01" },
      body: {
        push: {
          changes: [
            {
              created: false,
              closed: false,
              forced: false,
              old: { type: "branch", name: "main", target: { hash: "1e65c05c1d5171631d92438a13901ca7dae9618c" } },
              new: {
                type: "branch",
                name: "main",
                target: {
                  type: "commit",
                  hash: "709d658dc5b6d6afcd46049c2f332ee3f515a67d",
                  date: "2026-03-04T10:02:17+00:00",
                  message: "Add the winter timetable\n",
                  author: { raw: "Noor Haddad <noor@example.com>" },
                },
              },
              commits: [{ hash: "709d658dc5b6d6afcd46049c2f332ee3f515a67d", message: "Add the winter timetable\n" }],
            },
          ],
        },
        repository,
        actor,
      },
    },
    {
      name: "An opened pull request",
      eventType: "pullrequest:created",
      headers: { "x-event-key": "pullrequest:created", "x-request-uuid": "0f7a2b1c-6d3e-4c58-9b1a-7e2d4f6a8c02" },
      body: {
        pullrequest: {
          type: "pullrequest",
          id: 21,
          title: "Warn when a ferry is full",
          description: "Asks the ticket office first.",
          state: "OPEN",
          author: actor,
          source: { branch: { name: "full-ferries" }, commit: { hash: "d3022fc0ca3d" } },
          destination: { branch: { name: "main" }, commit: { hash: "709d658dc5b6" } },
          comment_count: 0,
          created_on: "2026-03-04T10:15:40.118000+00:00",
          links: { html: { href: "https://bitbucket.org/north-pier/ferry-times/pull-requests/21" } },
        },
        repository,
        actor,
      },
    },
  ],
  vectors: [
    {
      name: "the example in Bitbucket's documentation",
      secrets: ["It's a Secret to Everybody"],
      headers: { "x-hub-signature": "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9" },
      body: "Hello World!",
      expect: "accept",
    },
    {
      name: "Bitbucket's example with one character more",
      secrets: ["It's a Secret to Everybody"],
      headers: { "x-hub-signature": "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9" },
      body: "Hello, World!",
      expect: "reject",
    },
    {
      name: "Bitbucket's example under the name of the old algorithm",
      secrets: ["It's a Secret to Everybody"],
      headers: { "x-hub-signature": "sha1=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9" },
      body: "Hello World!",
      expect: "reject",
    },
  ],
});
