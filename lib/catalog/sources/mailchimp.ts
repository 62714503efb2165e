import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/#securing-webhooks */
export const mailchimp = defineSource({
  id: "mailchimp",
  name: "Mailchimp",
  summary: "People who subscribe to an audience, leave it or change their address.",
  docsUrl: "https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/",
  color: "#ffe01b",
  // Mailchimp signs nothing: the secret is a part of the address.
  proof: { kind: "token", recipe: { query: "secret" } },
  secret: { prefix: "", encoding: "hex" },
  event: {
    type: [{ path: "type" }],
    id: [
      { all: [{ path: "type" }, { path: "fired_at" }, { path: '["data[id]"]' }] },
      { all: [{ path: "type" }, { path: "fired_at" }, { path: '["data[new_id]"]' }] },
    ],
  },
  handshakes: [
    {
      needsProof: false,
      answer: ({ method }) => (method === "GET" || method === "HEAD" ? { status: 200 } : undefined),
    },
  ],
  replies: { accepted: { status: 200, contentType: "text/plain", body: "" } },
  habits: { deadlineSeconds: 10, retries: "Mailchimp tries again for a little more than an hour." },
  setup: [
    "Put ?secret= and the secret at the end of the address.",
    "In Mailchimp, open Audience, Settings, Webhooks, and press Create New Webhook.",
    "Paste the address with its secret as Callback URL. Mailchimp looks at once whether somebody answers there.",
    "Choose the events and whose changes count, and save.",
  ],
  samples: [
    {
      name: "A new subscriber",
      eventType: "subscribe",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "type=subscribe&fired_at=2026-03-04+09%3A30%3A00&data%5Bid%5D=71lamp0001&data%5Bemail%5D=ines%40example.com&data%5Bemail_type%5D=html&data%5Bip_opt%5D=192.0.2.71&data%5Bmerges%5D%5BEMAIL%5D=ines%40example.com&data%5Bmerges%5D%5BFNAME%5D=Ines&data%5Bmerges%5D%5BLNAME%5D=Costa&data%5Blist_id%5D=lamplist71",
    },
    {
      name: "A subscriber who leaves",
      eventType: "unsubscribe",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "type=unsubscribe&fired_at=2026-03-04+09%3A31%3A12&data%5Baction%5D=unsub&data%5Breason%5D=manual&data%5Bid%5D=71lamp0002&data%5Bemail%5D=marek%40example.com&data%5Blist_id%5D=lamplist71",
    },
  ],
  vectors: [
    {
      name: "a subscriber at the address with its secret",
      secrets: ["mailchimp-lantern"],
      url: "https://bell.example.com/h/mailchimp?secret=mailchimp-lantern",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "type=subscribe",
      expect: "accept",
    },
    {
      name: "a subscriber at the address without it",
      secrets: ["mailchimp-lantern"],
      url: "https://bell.example.com/h/mailchimp",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "type=subscribe",
      expect: "reject",
    },
    {
      name: "a subscriber with a guess",
      secrets: ["mailchimp-lantern"],
      url: "https://bell.example.com/h/mailchimp?secret=mailchimp&secret=mailchimp-lantern",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "type=subscribe",
      expect: "reject",
    },
  ],
});
