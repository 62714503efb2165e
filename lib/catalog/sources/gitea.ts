import { defineSource } from "@/lib/catalog/sources/define-source";

const user = { id: 6, login: "rosa", full_name: "Rosa Lindqvist", email: "rosa@example.com", username: "rosa" };

const repository = {
  id: 41,
  name: "bell-tower",
  full_name: "rosa/bell-tower",
  private: false,
  html_url: "https://git.example.com/rosa/bell-tower",
  clone_url: "https://git.example.com/rosa/bell-tower.git",
  default_branch: "main",
  owner: user,
};

/** https://docs.gitea.com/usage/webhooks */
export const gitea = defineSource({
  id: "gitea",
  name: "Gitea and Forgejo",
  summary: "Pushes, issues, pull requests and releases of a repository on Gitea, Forgejo or Codeberg.",
  docsUrl: "https://docs.gitea.com/usage/webhooks",
  color: "#609926",
  proof: { kind: "hmac", recipe: { header: ["x-gitea-signature", "x-forgejo-signature"] } },
  secret: { prefix: "", encoding: "hex" },
  event: {
    type: [{ header: "x-gitea-event" }, { header: "x-forgejo-event" }],
    typeSuffix: { path: "action" },
    id: [{ header: "x-gitea-delivery" }, { header: "x-forgejo-delivery" }],
  },
  habits: {
    deadlineSeconds: 5,
    retries: "It does not try again by itself; its page of recent deliveries can send one again.",
  },
  setup: [
    "In your repository, open Settings, Webhooks, Add Webhook, and choose Gitea or Forgejo.",
    "Paste the address as Target URL, and choose the content type application/json.",
    "Paste the secret as Secret.",
    "Choose the events under Trigger On, and Add Webhook.",
    "Open the webhook again and choose Test Delivery to ring once.",
  ],
  samples: [
    {
      name: "A push to main",
      eventType: "push",
      headers: { "x-gitea-event": "push", "x-gitea-delivery": "f6266f16-1bf3-46a5-9ea4-602e06ead473" },
      body: {
        ref: "refs/heads/main",
        before: "28e1879d029cb852e4844d9c718537df08844e03",
        after: "bffeb74224043ba2feb48d137756c8a9331c449a",
        compare_url: "https://git.example.com/rosa/bell-tower/compare/28e1879d029c...bffeb7422404",
        commits: [
          {
            id: "bffeb74224043ba2feb48d137756c8a9331c449a",
            message: "Ring the quarter hours\n",
            url: "https://git.example.com/rosa/bell-tower/commit/bffeb74224043ba2feb48d137756c8a9331c449a",
            author: { name: "Rosa Lindqvist", email: "rosa@example.com", username: "rosa" },
            timestamp: "2026-03-04T12:30:05+01:00",
            added: [],
            removed: [],
            modified: ["chime.go"],
          },
        ],
        total_commits: 1,
        repository,
        pusher: user,
        sender: user,
      },
    },
    {
      name: "An opened issue",
      eventType: "issues.opened",
      headers: { "x-gitea-event": "issues", "x-gitea-delivery": "f6266f16-1bf3-46a5-9ea4-602e06ead474" },
      body: {
        action: "opened",
        number: 12,
        issue: {
          id: 377,
          number: 12,
          title: "Noon comes twice in October",
          body: "When the clocks go back.",
          state: "open",
          user,
          labels: [{ id: 3, name: "bug", color: "ee0701" }],
          comments: 0,
          html_url: "https://git.example.com/rosa/bell-tower/issues/12",
          created_at: "2026-03-04T11:52:40Z",
        },
        repository,
        sender: user,
      },
    },
  ],
  vectors: [
    {
      name: "signed by Gitea",
      secrets: ["twelve strokes"],
      headers: { "x-gitea-signature": "ff20664f17f6ac3af5b9ed4d53463699b949631579edb5ddee72770081004e22" },
      body: '{"action":"opened","number":12}',
      expect: "accept",
    },
    {
      name: "signed by Forgejo",
      secrets: ["twelve strokes"],
      headers: { "x-forgejo-signature": "ff20664f17f6ac3af5b9ed4d53463699b949631579edb5ddee72770081004e22" },
      body: '{"action":"opened","number":12}',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["twelve strokes"],
      headers: { "x-gitea-signature": "ff20664f17f6ac3af5b9ed4d53463699b949631579edb5ddee72770081004e22" },
      body: '{"action":"closed","number":12}',
      expect: "reject",
    },
    {
      name: "another secret",
      secrets: ["thirteen strokes"],
      headers: { "x-gitea-signature": "ff20664f17f6ac3af5b9ed4d53463699b949631579edb5ddee72770081004e22" },
      body: '{"action":"opened","number":12}',
      expect: "reject",
    },
  ],
});
