import { discord } from "@/lib/catalog/sources/discord";
import { intercom } from "@/lib/catalog/sources/intercom";
import { line } from "@/lib/catalog/sources/line";
import { meta } from "@/lib/catalog/sources/meta";
import { microsoftTeams } from "@/lib/catalog/sources/microsoft-teams";
import { sendgrid } from "@/lib/catalog/sources/sendgrid";
import { slack } from "@/lib/catalog/sources/slack";
import { telegram } from "@/lib/catalog/sources/telegram";
import { twilio } from "@/lib/catalog/sources/twilio";
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
] as const;
