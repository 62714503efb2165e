import type { z } from "zod";
import type { EventPlaces } from "@/lib/domain/deliveries/read-event";
import type { SecretForm } from "@/lib/domain/signatures/generate-secret";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";

/** How a sender proves itself. With `custom-hmac` the recipe stands in the endpoint's options. */
export type SourceProof = { kind: "none" } | { kind: "hmac"; recipe: HmacRecipe } | { kind: "custom-hmac" };

/** A request as this source sends it, but for the signature, to ring an endpoint with. */
export type Sample = { name: string; eventType: string; headers: Record<string, string>; body: string };

/** Who may ring: what an endpoint starts from, and what tells its owner how to set up the other side. */
export type Source<Id extends string = string> = {
  id: Id;
  name: string;
  /** One line for the picker. */
  summary: string;
  /** The sender's own page on its webhooks. */
  docsUrl: string | null;
  /** Its address under the app's root. */
  logo: string;
  proof: SourceProof;
  /** Older or other ways to prove itself, by the name that the endpoint's option `scheme` gives. */
  otherProofs: Readonly<Record<string, SourceProof>>;
  /** How a new secret looks; null when the source needs none. */
  secret: SecretForm | null;
  event: EventPlaces;
  /** What to do at the sender's, step by step. */
  setup: readonly string[];
  samples: readonly Sample[];
};

type ProofSpec = { kind: "none" } | { kind: "hmac"; recipe: z.input<typeof HmacRecipe> } | { kind: "custom-hmac" };

type SourceSpec<Id extends string> = Omit<Source<Id>, "proof" | "otherProofs" | "logo" | "samples"> & {
  proof: ProofSpec;
  otherProofs?: Record<string, ProofSpec>;
  samples: readonly (Omit<Sample, "body"> & { body: object })[];
};

export function defineSource<const Id extends string>(spec: SourceSpec<Id>): Source<Id> {
  return {
    ...spec,
    logo: `/logos/${spec.id}.svg`,
    proof: proofOf(spec.proof),
    otherProofs: Object.fromEntries(
      Object.entries(spec.otherProofs ?? {}).map(([name, proof]) => [name, proofOf(proof)]),
    ),
    samples: spec.samples.map(({ body, headers, ...sample }) => ({
      ...sample,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    })),
  };
}

function proofOf(spec: ProofSpec): SourceProof {
  return spec.kind === "hmac" ? { kind: "hmac", recipe: HmacRecipe.parse(spec.recipe) } : spec;
}
