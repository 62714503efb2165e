import { airtableRow } from "@/lib/catalog/nodes/actions/airtable-row";
import { bitbucketPipeline } from "@/lib/catalog/nodes/actions/bitbucket-pipeline";
import { discordMessage } from "@/lib/catalog/nodes/actions/discord-message";
import { email } from "@/lib/catalog/nodes/actions/email";
import { githubComment } from "@/lib/catalog/nodes/actions/github-comment";
import { githubDispatch } from "@/lib/catalog/nodes/actions/github-dispatch";
import { githubIssue } from "@/lib/catalog/nodes/actions/github-issue";
import { gitlabPipeline } from "@/lib/catalog/nodes/actions/gitlab-pipeline";
import { googleChatMessage } from "@/lib/catalog/nodes/actions/google-chat-message";
import { googleSheetsRow } from "@/lib/catalog/nodes/actions/google-sheets-row";
import { httpRequest } from "@/lib/catalog/nodes/actions/http-request";
import { hubspotContact } from "@/lib/catalog/nodes/actions/hubspot-contact";
import { jenkinsBuild } from "@/lib/catalog/nodes/actions/jenkins-build";
import { jiraTicket } from "@/lib/catalog/nodes/actions/jira-ticket";
import { llmChat } from "@/lib/catalog/nodes/actions/llm-chat";
import { mailchimpSubscribe } from "@/lib/catalog/nodes/actions/mailchimp-subscribe";
import { mysqlQuery } from "@/lib/catalog/nodes/actions/mysql-query";
import { notionPage } from "@/lib/catalog/nodes/actions/notion-page";
import { ntfyPush } from "@/lib/catalog/nodes/actions/ntfy-push";
import { opsgenieAlert } from "@/lib/catalog/nodes/actions/opsgenie-alert";
import { pagerdutyEvent } from "@/lib/catalog/nodes/actions/pagerduty-event";
import { postgresqlQuery } from "@/lib/catalog/nodes/actions/postgresql-query";
import { pushoverPush } from "@/lib/catalog/nodes/actions/pushover-push";
import { s3Put } from "@/lib/catalog/nodes/actions/s3-put";
import { salesforceRecord } from "@/lib/catalog/nodes/actions/salesforce-record";
import { shopifyTagOrder } from "@/lib/catalog/nodes/actions/shopify-tag-order";
import { signedWebhook } from "@/lib/catalog/nodes/actions/signed-webhook";
import { slackMessage } from "@/lib/catalog/nodes/actions/slack-message";
import { sms } from "@/lib/catalog/nodes/actions/sms";
import { stripeFetch } from "@/lib/catalog/nodes/actions/stripe-fetch";
import { teamsMessage } from "@/lib/catalog/nodes/actions/teams-message";
import { telegramMessage } from "@/lib/catalog/nodes/actions/telegram-message";
import { zendeskTicket } from "@/lib/catalog/nodes/actions/zendesk-ticket";
import type { NodeDefinition, Port } from "@/lib/catalog/nodes/define-node";
import { approval } from "@/lib/catalog/nodes/logic/approval";
import { code } from "@/lib/catalog/nodes/logic/code";
import { extract } from "@/lib/catalog/nodes/logic/extract";
import { fail } from "@/lib/catalog/nodes/logic/fail";
import { filter } from "@/lib/catalog/nodes/logic/filter";
import { forEach } from "@/lib/catalog/nodes/logic/for-each";
import { ifNode } from "@/lib/catalog/nodes/logic/if";
import { reply } from "@/lib/catalog/nodes/logic/reply";
import { runWorkflow } from "@/lib/catalog/nodes/logic/run-workflow";
import { setNode } from "@/lib/catalog/nodes/logic/set";
import { stop } from "@/lib/catalog/nodes/logic/stop";
import { store } from "@/lib/catalog/nodes/logic/store";
import { switchNode } from "@/lib/catalog/nodes/logic/switch";
import { wait } from "@/lib/catalog/nodes/logic/wait";
import { waitForDelivery } from "@/lib/catalog/nodes/logic/wait-for-delivery";
import { failure } from "@/lib/catalog/nodes/triggers/failure";
import { manual } from "@/lib/catalog/nodes/triggers/manual";
import { schedule } from "@/lib/catalog/nodes/triggers/schedule";
import { webhook } from "@/lib/catalog/nodes/triggers/webhook";
import { DEFAULT_RETRY_POLICY, type RetryPolicy } from "@/lib/domain/runs/retry-policy";
import type { Node } from "@/lib/domain/workflow/graph";

/** Every kind of node, in the order the palette shows them. Add yours here. */
export const nodes = [
  webhook,
  schedule,
  manual,
  failure,
  filter,
  httpRequest,
  ifNode,
  switchNode,
  setNode,
  extract,
  code,
  forEach,
  store,
  wait,
  waitForDelivery,
  approval,
  reply,
  runWorkflow,
  stop,
  fail,
  signedWebhook,
  slackMessage,
  teamsMessage,
  discordMessage,
  googleChatMessage,
  telegramMessage,
  sms,
  ntfyPush,
  pushoverPush,
  pagerdutyEvent,
  opsgenieAlert,
  githubIssue,
  githubComment,
  githubDispatch,
  gitlabPipeline,
  bitbucketPipeline,
  jenkinsBuild,
  hubspotContact,
  salesforceRecord,
  mailchimpSubscribe,
  shopifyTagOrder,
  stripeFetch,
  email,
  airtableRow,
  notionPage,
  googleSheetsRow,
  zendeskTicket,
  jiraTicket,
  postgresqlQuery,
  mysqlQuery,
  s3Put,
  llmChat,
] as const;

const byType = new Map<string, NodeDefinition>(nodes.map((node) => [node.type, node]));

/** The definition of a node in a drawing; undefined for a type that this version does not know. */
export function findNode(type: string): NodeDefinition | undefined {
  return byType.get(type);
}

/** The ways out of a node in a drawing. */
export function portsOf({ type, config }: { type: string; config: Record<string, unknown> }): Port[] {
  return findNode(type)?.ports(config) ?? [];
}

/** How often a node in a drawing tries: as it says itself, or as its kind does. */
export function retryPolicyOf({ type, retry }: Pick<Node, "type" | "retry">): RetryPolicy {
  return retry ?? findNode(type)?.retry ?? DEFAULT_RETRY_POLICY;
}
