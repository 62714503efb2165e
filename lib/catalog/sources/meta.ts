import { defineSource } from "@/lib/catalog/sources/define-source";
import { echoable, type Handshake } from "@/lib/catalog/sources/handshake";
import { metaSamples } from "@/lib/catalog/sources/meta-samples";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import { queryOf } from "@/lib/domain/signatures/query-of";

const utf8 = new TextEncoder();

/** Meta shows the token that people made up, and wants its challenge back. */
const subscription: Handshake = {
  needsProof: false,
  answer: ({ method, url }, { options }) => {
    const query = queryOf(url);
    if (method !== "GET" || query.get("hub.mode") !== "subscribe") return undefined;
    const { verifyToken } = options;
    const challenge = query.get("hub.challenge");
    const isOurs =
      typeof verifyToken === "string" &&
      verifyToken !== "" &&
      equalBytes(utf8.encode(query.get("hub.verify_token") ?? ""), utf8.encode(verifyToken));
    return isOurs && echoable(challenge) ? { status: 200, body: challenge } : { status: 403, ok: false };
  },
};

const places = {
  type: [{ path: "changes[0].field" }],
  id: [
    { path: "changes[0].value.messages[0].id" },
    { all: [{ path: "changes[0].value.statuses[0].id" }, { path: "changes[0].value.statuses[0].status" }] },
    { path: "messaging[0].message.mid" },
  ],
};

/** https://developers.facebook.com/docs/graph-api/webhooks/getting-started */
export const meta = defineSource({
  id: "meta",
  name: "Meta",
  summary: "WhatsApp messages, Messenger and Instagram conversations, and changes to Facebook pages.",
  docsUrl: "https://developers.facebook.com/docs/graph-api/webhooks",
  color: "#0866ff",
  // The older header with SHA-1 comes, too, and is left alone.
  proof: { kind: "hmac", recipe: { header: "x-hub-signature-256", prefix: "sha256=" } },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  settings: [
    {
      option: "verifyToken",
      label: "Verify token",
      help: "Any word that you make up. Meta shows it once, when you add the address there.",
      isRequired: true,
    },
  ],
  event: { type: [{ path: "object" }], typeSuffix: { path: "entry[0].changes[0].field" }, id: [] },
  batch: { path: "entry", event: places },
  handshakes: [subscription],
  // Anything but 200 counts as a failure.
  replies: { accepted: { status: 200, contentType: "text/plain", body: "" } },
  habits: {
    deadlineSeconds: null,
    retries: "Meta tries again less and less often, for 36 hours, and for seven days with WhatsApp.",
  },
  setup: [
    "Open developers.facebook.com/apps and choose your app, or create one.",
    "Under App settings, Basic, show the App secret and paste it here.",
    "Make up a verify token, and enter it here.",
    "In your app, open the product's webhook settings (for WhatsApp: WhatsApp, Configuration), and enter the address as Callback URL with the same verify token.",
    "Press Verify and save, then subscribe to the fields you want, such as messages.",
  ],
  samples: metaSamples,
  vectors: [
    {
      name: "a change to a page",
      secrets: ["meta-lantern"],
      headers: {
        "x-hub-signature": "sha1=f2c1861472de0cea66fb131e762f3e88aec7a979",
        "x-hub-signature-256": "sha256=52ec1c98b0565c380a19db51c62bbc5fc344c1fd17130383089551cde8442db0",
      },
      body: '{"object":"page","entry":[{"id":"71","changes":[{"field":"feed"}]}]}',
      expect: "accept",
    },
    {
      name: "a change with the older signature only",
      secrets: ["meta-lantern"],
      headers: { "x-hub-signature": "sha1=f2c1861472de0cea66fb131e762f3e88aec7a979" },
      body: '{"object":"page","entry":[{"id":"71","changes":[{"field":"feed"}]}]}',
      expect: "reject",
    },
    {
      name: "a change that was changed on its way",
      secrets: ["meta-lantern"],
      headers: { "x-hub-signature-256": "sha256=52ec1c98b0565c380a19db51c62bbc5fc344c1fd17130383089551cde8442db0" },
      body: '{"object":"page","entry":[{"id":"72","changes":[{"field":"feed"}]}]}',
      expect: "reject",
    },
  ],
});
