import type { Source } from "@/lib/catalog/sources/define-source";
import { sources } from "@/lib/catalog/sources/index";
import { verifierOf } from "@/lib/catalog/sources/verifier-of";
import type { Finding } from "@/lib/domain/signatures/diagnose/diagnosis";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { ProofContext } from "@/lib/domain/signatures/verifier";

const NAMED_MAX = 3;

/** Other ways by which a request proves itself with the same secrets: another source's usual one, or another of the same source. */
export function otherWays(expected: Source, request: SignedRequest, context: ProofContext): Finding[] {
  const scheme = [expected.scheme, ...Object.keys(expected.otherProofs)]
    .filter((name) => name !== (context.options["scheme"] ?? expected.scheme))
    .find((name) => isProven(expected, request, { ...context, options: { ...context.options, scheme: name } }));
  if (scheme !== undefined) return [otherScheme(expected, scheme)];
  // What anybody may follow is no other sender's way; where the endpoint's recipe differs from it, that is said in its own words.
  const others = sources.filter(({ id, proof }) => id !== expected.id && proof.kind !== "custom-hmac");
  const names = others
    .filter((source) => isProven(source, request, { ...context, options: {} }))
    .map(({ name }) => name);
  return names.length > 0 ? [otherSource(expected, names)] : [];
}

function isProven(source: Source, request: SignedRequest, context: ProofContext): boolean {
  const verifier = verifierOf(source, context.options);
  if (verifier === undefined || verifier === "none") return false;
  const proof = verifier.verify(request, context);
  // Some senders need no secret of ours: that they sign at all says little.
  return proof.ok && proof.secretId !== null;
}

function otherScheme({ name }: Source, scheme: string): Finding {
  return {
    kind: "other-source",
    sentence: `This is signed in another of the ways of ${name}: “${scheme}”. The endpoint expects the one that it is set to.`,
    fix: `Set the endpoint to “${scheme}”, or let the sender sign in the way that the endpoint expects.`,
  };
}

function otherSource({ name }: Source, names: string[]): Finding {
  const named = names.slice(0, NAMED_MAX).join(" or ");
  return {
    kind: "other-source",
    sentence: `This is signed the way ${named} signs. The endpoint expects ${name}.`,
    fix: `Let ${named} ring an endpoint of its own, or make a new endpoint with that source and the same secret.`,
  };
}
