import { anyone } from "@/lib/catalog/sources/anyone";
import type { Source } from "@/lib/catalog/sources/define-source";
import { github } from "@/lib/catalog/sources/github";
import { hmac } from "@/lib/catalog/sources/hmac";
import { developersAndPayments } from "@/lib/catalog/sources/part-developers-and-payments";
import { standardWebhooks } from "@/lib/catalog/sources/standard-webhooks";

/** Everyone who may ring, in the order the picker shows them. Add yours here. */
export const sources = [anyone, hmac, standardWebhooks, github, ...developersAndPayments] as const;

const byId = new Map<string, Source>(sources.map((source) => [source.id, source]));

/** The source of an endpoint; undefined for one that this version does not know. */
export function findSource(id: string): Source | undefined {
  return byId.get(id);
}
