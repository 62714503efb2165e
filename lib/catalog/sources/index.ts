import { anyone } from "@/lib/catalog/sources/anyone";
import type { Source } from "@/lib/catalog/sources/define-source";
import { github } from "@/lib/catalog/sources/github";
import { hmac } from "@/lib/catalog/sources/hmac";
import { communication } from "@/lib/catalog/sources/part-communication";
import { developersAndPayments } from "@/lib/catalog/sources/part-developers-and-payments";
import { platforms } from "@/lib/catalog/sources/part-platforms";
import { standardWebhooks } from "@/lib/catalog/sources/standard-webhooks";

/** Everyone who may ring, in the order the picker shows them. Add yours here, or to one of the parts. */
export const sources = [
  anyone,
  hmac,
  standardWebhooks,
  github,
  ...developersAndPayments,
  ...communication,
  ...platforms,
] as const;

const byId = new Map<string, Source>(sources.map((source) => [source.id, source]));

/** The source of an endpoint; undefined for one that this version does not know. */
export function findSource(id: string): Source | undefined {
  return byId.get(id);
}
