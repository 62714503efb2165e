import { calCom } from "@/lib/catalog/sources/cal-com";
import { calendly } from "@/lib/catalog/sources/calendly";
import { discord } from "@/lib/catalog/sources/discord";
import { docusign } from "@/lib/catalog/sources/docusign";
import { dropboxSign } from "@/lib/catalog/sources/dropbox-sign";
import { hubspot } from "@/lib/catalog/sources/hubspot";
import { intercom } from "@/lib/catalog/sources/intercom";
import { line } from "@/lib/catalog/sources/line";
import { mailchimp } from "@/lib/catalog/sources/mailchimp";
import { mailchimpTransactional } from "@/lib/catalog/sources/mailchimp-transactional";
import { mailgun } from "@/lib/catalog/sources/mailgun";
import { messagebird } from "@/lib/catalog/sources/messagebird";
import { meta } from "@/lib/catalog/sources/meta";
import { microsoftTeams } from "@/lib/catalog/sources/microsoft-teams";
import { opsgenie } from "@/lib/catalog/sources/opsgenie";
import { pagerduty } from "@/lib/catalog/sources/pagerduty";
import { pipedrive } from "@/lib/catalog/sources/pipedrive";
import { plivo } from "@/lib/catalog/sources/plivo";
import { postmark } from "@/lib/catalog/sources/postmark";
import { salesforce } from "@/lib/catalog/sources/salesforce";
import { sendgrid } from "@/lib/catalog/sources/sendgrid";
import { slack } from "@/lib/catalog/sources/slack";
import { telegram } from "@/lib/catalog/sources/telegram";
import { telnyx } from "@/lib/catalog/sources/telnyx";
import { twilio } from "@/lib/catalog/sources/twilio";
import { typeform } from "@/lib/catalog/sources/typeform";
import { zendesk } from "@/lib/catalog/sources/zendesk";
import { zoom } from "@/lib/catalog/sources/zoom";

/** Senders of messages, mail and calls, and of what customers, calendars and people on call do. */
export const communication = [
  slack,
  microsoftTeams,
  twilio,
  discord,
  line,
  meta,
  telegram,
  zoom,
  intercom,
  zendesk,
  sendgrid,
  mailgun,
  postmark,
  mailchimp,
  mailchimpTransactional,
  plivo,
  telnyx,
  messagebird,
  calendly,
  typeform,
  calCom,
  docusign,
  dropboxSign,
  pipedrive,
  hubspot,
  salesforce,
  pagerduty,
  opsgenie,
] as const;
