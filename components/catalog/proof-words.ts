import type { Source, SourceProof } from "@/lib/catalog/sources/define-source";
import { findProof } from "@/lib/catalog/sources/find-proof";

/** How much a proof is worth, best first: a signature covers the very bytes, a token only shows that somebody knows it. */
export type Strength = "signature" | "token" | "none";

const STRENGTHS: Partial<Record<SourceProof["kind"], Strength>> = { token: "token", none: "none" };

/** What a way to prove oneself is worth. */
export function strengthOf({ kind }: Pick<SourceProof, "kind">): Strength {
  return STRENGTHS[kind] ?? "signature";
}

/** Sources that are checked by an id that they show, and do not sign: a check of their own kind does not tell. */
const SHOW_AN_ID = ["salesforce"];

/** What one of a source's ways to prove itself is worth. */
export function strengthWith({ id }: Pick<Source, "id">, proof: SourceProof): Strength {
  return SHOW_AN_ID.includes(id) ? "token" : strengthOf(proof);
}

/** How a ring of this endpoint is proven, all that the endpoint asks for taken together. */
export function strengthAt(source: Source | undefined, options: Record<string, unknown>): Strength {
  const proof = source && findProof(source, options["scheme"]);
  const strength = source && proof ? strengthWith(source, proof) : "none";
  return strength === "none" && options["token"] ? "token" : strength;
}

/** A way to prove oneself in a line, as in “HMAC-SHA256 in x-hub-signature-256”. */
export function proofLine(proof: SourceProof): string {
  switch (proof.kind) {
    case "hmac":
      return `HMAC-${proof.recipe.algorithm.toUpperCase()} in ${[proof.recipe.header].flat().join(" or ")}`;
    case "custom-hmac":
      return "HMAC, in the way that you describe";
    case "token":
      return `The secret itself, in ${tokenPlace(proof.recipe)}`;
    case "key":
      return `${KEYS[proof.recipe.algorithm] ?? proof.recipe.algorithm} in ${proof.recipe.header}, checked with a public key`;
    case "none":
      return "No proof: knowing the address is enough";
    default:
      return "A signature of its own kind, which Doorbell knows how to check";
  }
}

const KEYS: Readonly<Record<string, string>> = {
  ed25519: "Ed25519",
  "ecdsa-sha256": "ECDSA with SHA-256",
  "rsa-sha1": "RSA with SHA-1",
  "rsa-sha256": "RSA with SHA-256",
};

function tokenPlace(recipe: { header: string } | { query: string } | { path: string }): string {
  if ("header" in recipe) return `the header ${recipe.header}`;
  return "query" in recipe ? `the query parameter ${recipe.query}` : `the body, at ${recipe.path}`;
}

/** What the thing is called that proves the sender, for labels. */
export function secretWord(proof: SourceProof): string {
  if (proof.kind === "key") return "Public key";
  if (proof.kind !== "token") return "Signing secret";
  return "encoding" in proof.recipe && proof.recipe.encoding === "basic" ? "User and password" : "Token";
}

/** How a source proves itself, in sentences for people. */
export function proofStory({ id, name, proof, secretBy }: Source): string {
  if (SHOW_AN_ID.includes(id))
    return `${name} does not sign. Doorbell takes only what shows the id that you set, which is no secret: keep the address to yourself.`;
  const strength = strengthOf(proof);
  if (strength === "none") return "It does not. Whoever knows the address may ring, so the address is the secret.";
  if (strength === "token")
    return `${name} shows a secret with each request, as it is. Doorbell compares it in constant time, and refuses whatever shows another. A secret that is shown can be read on the way, so ring over https.`;
  const key =
    secretBy === "nobody" || proof.kind === "key" || secretBy === "sender"
      ? "Nobody can make such a signature without the sender's key."
      : "The secret itself never travels.";
  return `${name} signs the exact bytes of each request. Doorbell makes the same calculation before it reads anything, and refuses whatever does not match. ${key}`;
}
