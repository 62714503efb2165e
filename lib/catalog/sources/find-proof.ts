import type { Source, SourceProof } from "@/lib/catalog/sources/define-source";

/**
 * How an endpoint of this source checks its sender: the usual way, or the one that the endpoint's option `scheme` names.
 * Undefined for a name that the source does not have.
 */
export function findProof(source: Source, scheme: unknown): SourceProof | undefined {
  if (scheme === undefined || scheme === source.scheme || scheme === source.id) return source.proof;
  if (typeof scheme !== "string" || !Object.hasOwn(source.otherProofs, scheme)) return undefined;
  return source.otherProofs[scheme];
}
