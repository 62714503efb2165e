import { defineSource } from "@/lib/catalog/sources/define-source";

/** Docker Hub signs nothing: who wants to know can put a secret behind the address. https://docs.docker.com/docker-hub/repos/manage/webhooks/ */
export const dockerHub = defineSource({
  id: "docker-hub",
  name: "Docker Hub",
  summary: "Images pushed to a repository.",
  docsUrl: "https://docs.docker.com/docker-hub/repos/manage/webhooks/",
  color: "#2496ed",
  proof: { kind: "none" },
  otherProofs: { "query-token": { kind: "token", recipe: { query: "token" } } },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "us",
  // It sends nothing but pushes, and does not say which.
  event: { type: [{ key: "push_data", as: "push" }], id: [] },
  habits: { deadlineSeconds: null, retries: "Docker Hub does not say whether it tries again." },
  setup: [
    "On Docker Hub, open your repository, Webhooks.",
    "Give the webhook a name, and paste the address as Webhook URL.",
    "To let a secret be checked, write ?token= and the secret behind the address, and choose the token in the query here.",
    "Choose Create. The next push of an image rings.",
  ],
  samples: [
    {
      name: "A pushed image",
      eventType: "push",
      headers: {},
      body: {
        callback_url: "https://registry.hub.docker.com/u/orchard/cider-press/hook/31bf0ac2d4e6h8j0/",
        push_data: {
          pushed_at: 1772611200,
          pusher: "orchard",
          tag: "2.4.1",
          images: [],
        },
        repository: {
          name: "cider-press",
          namespace: "orchard",
          owner: "orchard",
          repo_name: "orchard/cider-press",
          repo_url: "https://registry.hub.docker.com/v2/repositories/orchard/cider-press",
          description: "Turns apples into cider.",
          is_private: false,
          is_official: false,
          is_trusted: true,
          star_count: 7,
          comment_count: 0,
          date_created: 1741075200,
          status: "Active",
        },
      },
    },
  ],
  vectors: [
    {
      name: "the secret in the address",
      scheme: "query-token",
      secrets: ["windfall"],
      url: "https://doorbell.example.com/in/cider?token=windfall",
      headers: {},
      body: "{}",
      expect: "accept",
    },
    {
      name: "another secret in the address",
      scheme: "query-token",
      secrets: ["windfall"],
      url: "https://doorbell.example.com/in/cider?token=windfalls",
      headers: {},
      body: "{}",
      expect: "reject",
    },
  ],
});
