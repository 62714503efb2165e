import { azureEventGridVectors } from "@/lib/catalog/sources/azure-event-grid-vectors";
import { cloudEventsHandshake } from "@/lib/catalog/sources/cloudevents-handshake";
import { defineSource } from "@/lib/catalog/sources/define-source";
import { echoable, type Handshake, smallJson } from "@/lib/catalog/sources/handshake";
import { entraIdVerifier } from "@/lib/catalog/sources/verifiers/entra-id";
import { readPath } from "@/lib/domain/json/read-path";
import { headerValues } from "@/lib/domain/signatures/signed-request";

/** The event also names an address to be visited, which no machine should: it comes from whoever sent the event. */
const validation: Handshake = {
  needsProof: false,
  answer(request) {
    if (headerValues(request.headers, "aeg-event-type")[0] !== "SubscriptionValidation") return undefined;
    const { "0": event } = smallJson(request);
    const code = readPath(event, "data.validationCode");
    if (!echoable(code)) return undefined;
    const headers = { "content-type": "application/json" };
    return { status: 200, headers, body: JSON.stringify({ validationResponse: code }) };
  },
};

/** https://learn.microsoft.com/azure/event-grid/end-point-validation-cloud-events-schema */
const EVENT_GRID_ORIGIN = "eventgrid.azure.net";

/** https://learn.microsoft.com/azure/event-grid/security-authentication */
export const azureEventGrid = defineSource({
  id: "azure-event-grid",
  name: "Azure Event Grid",
  summary: "Events of Azure's services, such as new blobs, and of your own topics.",
  docsUrl: "https://learn.microsoft.com/azure/event-grid/handler-webhooks",
  color: "#0078d4",
  proof: { kind: "token", recipe: { query: "secret" } },
  otherProofs: { "entra-id": { kind: "own", verifier: entraIdVerifier } },
  secret: { prefix: "", encoding: "hex" },
  settings: [
    {
      option: "tenantId",
      label: "Tenant ID",
      help: "Only for the way “entra-id”: the directory whose tokens are taken.",
      isRequired: false,
    },
    {
      option: "audience",
      label: "Application ID URI",
      help: "Only for the way “entra-id”: the application that the tokens are meant for, as the subscription names it.",
      isRequired: false,
    },
  ],
  event: { type: [{ path: "[0].eventType" }, { path: "[0].type" }, { path: "type" }], id: [] },
  batch: { path: "$", event: { type: [{ path: "eventType" }, { path: "type" }], id: [{ path: "id" }] } },
  handshakes: [validation, cloudEventsHandshake(() => [EVENT_GRID_ORIGIN])],
  habits: { deadlineSeconds: 30, retries: "Event Grid tries again for up to 24 hours, at growing intervals." },
  setup: [
    "In the Azure portal, open your topic or resource, and Events, + Event Subscription.",
    "Give it a name, choose the event types, and the endpoint type Web Hook.",
    "Choose Configure an endpoint and paste the address, followed by ?secret= and the secret shown here.",
    "Choose Create. Event Grid asks the address at once whether it may deliver, and is answered by itself.",
    "If your company wants tokens of Entra ID instead, choose the way “entra-id” here, and write the tenant and the application under Additional features of the subscription, too.",
  ],
  samples: [
    {
      name: "A new blob",
      eventType: "Microsoft.Storage.BlobCreated",
      headers: { "aeg-event-type": "Notification" },
      body: [
        {
          id: "5b1f7c30-001e-0047-1100-eeb76e069631",
          topic:
            "/subscriptions/11112222-3333-4444-8555-666677778888/resourceGroups/harbour/providers/Microsoft.Storage/storageAccounts/harbourplans",
          subject: "/blobServices/default/containers/plans/blobs/lighthouse.pdf",
          eventType: "Microsoft.Storage.BlobCreated",
          eventTime: "2026-03-04T09:00:00.9584103Z",
          data: {
            api: "PutBlob",
            eTag: '"0x8DC3C1B2A0F4711"',
            contentType: "application/pdf",
            contentLength: 204117,
            blobType: "BlockBlob",
            url: "https://harbourplans.example.com/plans/lighthouse.pdf",
          },
          dataVersion: "",
          metadataVersion: "1",
        },
      ],
    },
    {
      name: "An event of your own, in the CloudEvents schema",
      eventType: "Harbour.ShipSeen",
      headers: { "content-type": "application/cloudevents+json; charset=utf-8", "aeg-event-type": "Notification" },
      body: {
        specversion: "1.0",
        id: "5b1f7c30-001e-0047-1100-eeb76e069632",
        source: "/harbour/lighthouse",
        type: "Harbour.ShipSeen",
        subject: "ships/albatros",
        time: "2026-03-04T18:10:40.000Z",
        data: { name: "Albatros", bearing: 214 },
      },
    },
  ],
  vectors: azureEventGridVectors,
});
