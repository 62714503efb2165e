import { defineSource } from "@/lib/catalog/sources/define-source";

const payload = {
  team: { id: "team_Qm3Xc7Lk9TzRw2Vb5NpYs8Dh" },
  user: { id: "Hj4Kd8Wq2Zx6Cv9Bn3Ml7Pt5" },
  target: "production",
  project: { id: "prj_T8yUi3Op6As9Df2Gh5Jk1Lz4" },
  deployment: {
    id: "dpl_9XcVb4Nm7Qw2Er5Ty8Ui1Op3As6",
    name: "harbour-cafe",
    url: "harbour-cafe-7k2m.vercel.app",
    meta: {
      githubCommitRef: "main",
      githubCommitSha: "0e8d4f1b6c2a93d57e8f0a1b2c3d4e5f60718293",
      githubCommitMessage: "Put the soup of the day first",
      githubCommitAuthorLogin: "mina-r",
    },
  },
  links: {
    deployment: "https://vercel.com/harbour/harbour-cafe/9XcVb4Nm7Qw2Er5Ty8Ui1Op3As6",
    project: "https://vercel.com/harbour/harbour-cafe",
  },
  plan: "pro",
  regions: ["fra1"],
};

/** https://vercel.com/docs/webhooks/webhooks-api#securing-webhooks */
export const vercel = defineSource({
  id: "vercel",
  name: "Vercel",
  summary: "Deployments, projects and domains of a team.",
  docsUrl: "https://vercel.com/docs/webhooks",
  color: "#000000",
  proof: { kind: "hmac", recipe: { header: "x-vercel-signature", algorithm: "sha1" } },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  event: { type: [{ path: "type" }], id: [{ path: "id" }] },
  habits: { deadlineSeconds: 30, retries: "It tries again for up to 24 hours, with growing pauses." },
  setup: [
    "In Vercel, open your team's Settings, Webhooks.",
    "Choose the events and the projects.",
    "Paste the address as Endpoint URL, and choose Create Webhook.",
    "Vercel shows a secret once. Copy it, and paste it here.",
  ],
  samples: [
    {
      name: "A deployment that went live",
      eventType: "deployment.succeeded",
      headers: {},
      body: {
        id: "uev_Rk5Wd8Zp1Xq4Lm7Nb2Vc6Th9",
        type: "deployment.succeeded",
        createdAt: 1772618400512,
        region: "fra1",
        payload,
      },
    },
    {
      name: "A deployment that failed",
      eventType: "deployment.error",
      headers: {},
      body: {
        id: "uev_Rk5Wd8Zp1Xq4Lm7Nb2Vc6Ti0",
        type: "deployment.error",
        createdAt: 1772620061047,
        region: "fra1",
        payload,
      },
    },
  ],
  vectors: [
    {
      name: "signed with the secret",
      secrets: ["soup of the day"],
      headers: { "x-vercel-signature": "c541844e531d50dc21ac59c76ed04fc464dc03f4" },
      body: '{"id":"uev_1","type":"deployment.created"}',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["soup of the day"],
      headers: { "x-vercel-signature": "c541844e531d50dc21ac59c76ed04fc464dc03f4" },
      body: '{"id":"uev_2","type":"deployment.created"}',
      expect: "reject",
    },
    {
      name: "another algorithm",
      secrets: ["soup of the day"],
      headers: { "x-vercel-signature": "a87854902489c9b24ba3467afe51e0af30a2adf80392a9323c00496985e3a881" },
      body: '{"id":"uev_1","type":"deployment.created"}',
      expect: "reject",
    },
  ],
});
