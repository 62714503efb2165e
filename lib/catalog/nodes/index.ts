import { airtableRow } from "@/lib/catalog/nodes/actions/airtable-row";
import { bitbucketPipeline } from "@/lib/catalog/nodes/actions/bitbucket-pipeline";
import { githubComment } from "@/lib/catalog/nodes/actions/github-comment";
import { githubDispatch } from "@/lib/catalog/nodes/actions/github-dispatch";
import { githubIssue } from "@/lib/catalog/nodes/actions/github-issue";
import { gitlabPipeline } from "@/lib/catalog/nodes/actions/gitlab-pipeline";
import { googleSheetsRow } from "@/lib/catalog/nodes/actions/google-sheets-row";
import { httpRequest } from "@/lib/catalog/nodes/actions/http-request";
import { hubspotContact } from "@/lib/catalog/nodes/actions/hubspot-contact";
import { jenkinsBuild } from "@/lib/catalog/nodes/actions/jenkins-build";
import { mailchimpSubscribe } from "@/lib/catalog/nodes/actions/mailchimp-subscribe";
import { notionPage } from "@/lib/catalog/nodes/actions/notion-page";
import { salesforceRecord } from "@/lib/catalog/nodes/actions/salesforce-record";
import { shopifyTagOrder } from "@/lib/catalog/nodes/actions/shopify-tag-order";
import { stripeFetch } from "@/lib/catalog/nodes/actions/stripe-fetch";
import type { NodeDefinition, Port } from "@/lib/catalog/nodes/define-node";
import { filter } from "@/lib/catalog/nodes/logic/filter";
import { webhook } from "@/lib/catalog/nodes/triggers/webhook";

/** Every kind of node, in the order the palette shows them. Add yours here. */
export const nodes = [
  webhook,
  filter,
  httpRequest,
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
  airtableRow,
  notionPage,
  googleSheetsRow,
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
