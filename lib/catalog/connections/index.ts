import { airtable } from "@/lib/catalog/connections/airtable";
import { bitbucket } from "@/lib/catalog/connections/bitbucket";
import { mysql, postgresql } from "@/lib/catalog/connections/databases";
import type { ConnectionKind } from "@/lib/catalog/connections/define-connection";
import { discordWebhook } from "@/lib/catalog/connections/discord";
import { apiKey, basic, bearer } from "@/lib/catalog/connections/general";
import { github } from "@/lib/catalog/connections/github";
import { gitlab } from "@/lib/catalog/connections/gitlab";
import { google } from "@/lib/catalog/connections/google";
import { googleChatWebhook } from "@/lib/catalog/connections/google-chat";
import { hubspot } from "@/lib/catalog/connections/hubspot";
import { jenkins } from "@/lib/catalog/connections/jenkins";
import { jira } from "@/lib/catalog/connections/jira";
import { llm } from "@/lib/catalog/connections/llm";
import { mailchimp } from "@/lib/catalog/connections/mailchimp";
import { notion } from "@/lib/catalog/connections/notion";
import { ntfy } from "@/lib/catalog/connections/ntfy";
import { opsgenie } from "@/lib/catalog/connections/opsgenie";
import { pagerduty } from "@/lib/catalog/connections/pagerduty";
import { pushover } from "@/lib/catalog/connections/pushover";
import { s3 } from "@/lib/catalog/connections/s3";
import { salesforce } from "@/lib/catalog/connections/salesforce";
import { shopify } from "@/lib/catalog/connections/shopify";
import { slack, slackWebhook } from "@/lib/catalog/connections/slack";
import { smtp } from "@/lib/catalog/connections/smtp";
import { standardWebhooks } from "@/lib/catalog/connections/standard-webhooks";
import { stripe } from "@/lib/catalog/connections/stripe";
import { teamsWebhook } from "@/lib/catalog/connections/teams";
import { telegramBot } from "@/lib/catalog/connections/telegram";
import { twilio } from "@/lib/catalog/connections/twilio";
import { zendesk } from "@/lib/catalog/connections/zendesk";

/** Every kind of connection, in the order that lists show them. Add yours here. */
export const connectionKinds = [
  bearer,
  basic,
  apiKey,
  slack,
  slackWebhook,
  teamsWebhook,
  discordWebhook,
  googleChatWebhook,
  telegramBot,
  twilio,
  ntfy,
  pushover,
  pagerduty,
  opsgenie,
  standardWebhooks,
  github,
  gitlab,
  bitbucket,
  jenkins,
  hubspot,
  salesforce,
  mailchimp,
  shopify,
  stripe,
  smtp,
  airtable,
  notion,
  google,
  postgresql,
  mysql,
  zendesk,
  jira,
  s3,
  llm,
] as const satisfies readonly ConnectionKind[];

const byId = new Map<string, ConnectionKind>(connectionKinds.map((kind) => [kind.id, kind]));

/** A kind of connection; undefined for one that this version does not know. */
export function findConnectionKind(id: string): ConnectionKind | undefined {
  return byId.get(id);
}
