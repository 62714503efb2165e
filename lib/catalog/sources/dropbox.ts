import { defineSource } from "@/lib/catalog/sources/define-source";
import { echoable, type Handshake } from "@/lib/catalog/sources/handshake";
import { plainOk } from "@/lib/catalog/sources/plain-ok";
import { queryOf } from "@/lib/domain/signatures/query-of";

const challenge: Handshake = {
  needsProof: false,
  answer({ method, url }) {
    const text = method === "GET" ? queryOf(url).get("challenge") : null;
    if (!echoable(text)) return undefined;
    const headers = { "content-type": "text/plain", "x-content-type-options": "nosniff" };
    return { status: 200, headers, body: text };
  },
};

/** https://www.dropbox.com/developers/reference/webhooks */
export const dropbox = defineSource({
  id: "dropbox",
  name: "Dropbox",
  summary: "Accounts whose files changed. What changed has to be fetched from Dropbox.",
  docsUrl: "https://www.dropbox.com/developers/reference/webhooks",
  color: "#0061fe",
  proof: { kind: "hmac", recipe: { header: "x-dropbox-signature" } },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  event: { type: [], id: [] },
  handshakes: [challenge],
  replies: { accepted: plainOk },
  habits: {
    deadlineSeconds: 10,
    retries: "Dropbox tries again at growing intervals, and switches off a webhook that keeps failing.",
  },
  setup: [
    "On dropbox.com/developers/apps, choose your app, or create one.",
    "On its Settings tab, show the App secret, copy it and paste it here.",
    "Under Webhooks on the same tab, paste the address as Webhook URI and choose Add. Dropbox asks it at once, and then shows it as Enabled.",
    "In the workflow, ask Dropbox what changed: the request itself only names the accounts.",
  ],
  samples: [
    {
      name: "Changed files",
      eventType: "",
      headers: {},
      body: {
        list_folder: { accounts: ["dbid:AAHarbourWorks0000000000000000000001"] },
        delta: { users: [20417711] },
      },
    },
  ],
  vectors: [
    {
      name: "signed as the sender does",
      secrets: ["dropbox-example-secret"],
      headers: { "x-dropbox-signature": "d0ab7b816b6cba0f49ef7ae4c587d083759a6026bfbe750bb5652995d17acfd5" },
      body: '{"list_folder":{"accounts":["dbid:AAHexample"]}}',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["dropbox-example-secret"],
      headers: { "x-dropbox-signature": "d0ab7b816b6cba0f49ef7ae4c587d083759a6026bfbe750bb5652995d17acfd5" },
      body: '{"list_folder":{"accounts":["dbid:AAHexample2"]}}',
      expect: "reject",
    },
  ],
});
