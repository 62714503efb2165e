import { defineSource } from "@/lib/catalog/sources/define-source";
import { salesforceVerifier } from "@/lib/catalog/sources/verifiers/salesforce";

const headers = { "content-type": "text/xml; charset=UTF-8", soapaction: '""' };
const ACKNOWLEDGEMENT =
  '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>';

/** A message as Salesforce writes it, with this in it. */
function message(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <soapenv:Body>
  <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
${content}
  </notifications>
 </soapenv:Body>
</soapenv:Envelope>`;
}

const ours = message("<OrganizationId>00D71LAMP000071EAC</OrganizationId>");

/** https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_om_outboundmessaging_notifications.htm */
export const salesforce = defineSource({
  id: "salesforce",
  name: "Salesforce",
  summary:
    "Outbound messages of a Salesforce flow. They are not signed: the address and your organisation's id protect you.",
  docsUrl: "https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_om_outboundmessaging.htm",
  color: "#00a1e0",
  proof: { kind: "own", verifier: salesforceVerifier },
  secret: null,
  secretBy: "nobody",
  settings: [
    {
      option: "organizationId",
      label: "Organisation id",
      help: "In Salesforce, Setup, Company Information. It begins with 00D. Messages from other organisations are refused.",
      isRequired: true,
    },
  ],
  event: {
    type: [{ xml: "Envelope/Body/notifications/Notification/sObject/@type" }],
    id: [{ xml: "Envelope/Body/notifications/Notification/Id" }],
  },
  batch: {
    xml: "Envelope/Body/notifications/Notification",
    event: { type: [{ xml: "sObject/@type" }], id: [{ xml: "Id" }] },
  },
  // Anything else, and Salesforce sends the message again.
  replies: { accepted: { status: 200, contentType: "text/xml; charset=utf-8", body: ACKNOWLEDGEMENT } },
  habits: {
    deadlineSeconds: null,
    retries: "Salesforce tries again for 24 hours, at most two hours apart, and messages may overtake one another.",
  },
  setup: [
    "In Salesforce, open Setup, Company Information, and enter the Salesforce.com Organization ID here.",
    "In Setup, search for Outbound Messages, and press New Outbound Message. Choose the object.",
    "Paste the address as Endpoint URL, choose the fields to send, and save. Leave Send Session ID unchecked.",
    "Make a record-triggered flow for the object, and let it send this outbound message.",
    "Keep the address to yourself: messages carry no signature.",
  ],
  samples: [
    {
      name: "A changed contact",
      eventType: "Contact",
      headers,
      body: message(`   <OrganizationId>00D71LAMP000071EAC</OrganizationId>
   <ActionId>04k71LAMP000512AAA</ActionId>
   <SessionId xsi:nil="true"/>
   <EnterpriseUrl>https://harbour-works.my.salesforce.com/services/Soap/c/62.0/00D71LAMP000071</EnterpriseUrl>
   <PartnerUrl>https://harbour-works.my.salesforce.com/services/Soap/u/62.0/00D71LAMP000071</PartnerUrl>
   <Notification>
    <Id>04l71LAMP001301AAA</Id>
    <sObject xsi:type="sf:Contact" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
     <sf:Id>00371LAMP004711AAA</sf:Id>
     <sf:FirstName>Ines</sf:FirstName>
     <sf:LastName>Costa</sf:LastName>
     <sf:Email>ines@example.com</sf:Email>
    </sObject>
   </Notification>`),
    },
  ],
  vectors: [
    {
      name: "a message from our organisation",
      secrets: [],
      options: { organizationId: "00D71LAMP000071EAC" },
      headers,
      body: ours,
      expect: "accept",
    },
    {
      name: "a message from our organisation, by its short id",
      secrets: [],
      options: { organizationId: "00D71LAMP000071" },
      headers,
      body: ours,
      expect: "accept",
    },
    {
      name: "a message from another organisation",
      secrets: [],
      options: { organizationId: "00D71LAMP000072EAC" },
      headers,
      body: ours,
      expect: "reject",
    },
    {
      name: "a message from two organisations",
      secrets: [],
      options: { organizationId: "00D71LAMP000071EAC" },
      headers,
      body: message(
        "<OrganizationId>00D71LAMP000071EAC</OrganizationId><OrganizationId>00D71LAMP000072EAC</OrganizationId>",
      ),
      expect: "reject",
    },
    {
      name: "a message with a DOCTYPE",
      secrets: [],
      options: { organizationId: "00D71LAMP000071EAC" },
      headers,
      body: ours.replace("\n", "\n<!DOCTYPE lamp [<!ENTITY id 'x'>]>\n"),
      expect: "reject",
    },
    {
      name: "a message to an endpoint that knows no organisation",
      secrets: [],
      headers,
      body: ours,
      expect: "reject",
    },
  ],
});
