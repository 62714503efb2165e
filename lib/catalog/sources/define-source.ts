import type { z } from "zod";
import type { Handshake } from "@/lib/catalog/sources/handshake";
import type { EventPlaces } from "@/lib/domain/deliveries/read-event";
import type { BatchPlaces } from "@/lib/domain/deliveries/split-batch";
import type { SecretForm } from "@/lib/domain/signatures/generate-secret";
import { KeyRecipe } from "@/lib/domain/signatures/key-recipe";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { TokenRecipe } from "@/lib/domain/signatures/token-recipe";
import type { Verifier } from "@/lib/domain/signatures/verifier";

/** How a sender proves itself. With `custom-hmac` the recipe stands in the endpoint's options; `own` needs code of its own. */
export type SourceProof =
  | { kind: "none" }
  /** `orElse` is followed where nothing of the recipe came: the same signature under other names. */
  | { kind: "hmac"; recipe: HmacRecipe; orElse?: HmacRecipe }
  | { kind: "custom-hmac" }
  /** `besides` has to be proven as well. */
  | { kind: "token"; recipe: TokenRecipe; besides?: Verifier }
  | { kind: "key"; recipe: KeyRecipe }
  | { kind: "own"; verifier: Verifier };

/** A request as this source sends it, but for the signature, to ring an endpoint with. */
export type Sample = { name: string; eventType: string; headers: Record<string, string>; body: string };

/** A request whose verdict is known: published by the sender, or signed by another implementation than ours. */
export type Vector = {
  /** What it is about, as in “a body that was changed on its way”. */
  name: string;
  /** Which of the source's ways it is for; the usual one when absent. */
  scheme?: string;
  secrets: readonly string[];
  options?: Readonly<Record<string, unknown>>;
  /** What stands where the sender publishes its keys. */
  keys?: Readonly<Record<string, string>>;
  method?: string;
  url?: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** When it arrives, in seconds since 1970, where that matters. */
  nowSeconds?: number;
  expect: "accept" | "reject";
};

/** What the sender has to be told besides the address and the secret, or has told: one of the endpoint's options. */
export type Setting = { option: string; label: string; help: string; isRequired: boolean };

/** A reply that the sender insists on, in place of ours. */
export type Reply = { status: number; contentType: string; body: string };

/** By the body as it was before the sender compressed it, for those that want different things answered differently. */
export type ReplyTo = (body: Uint8Array) => Reply;

/** What the sender does with our answer, for people. */
export type Habits = {
  /** How long it waits for an answer. */
  deadlineSeconds: number | null;
  /** What it does without one, in a sentence. */
  retries: string;
};

/** Who may ring: what an endpoint starts from, and what tells its owner how to set up the other side. */
export type Source<Id extends string = string> = {
  id: Id;
  name: string;
  /** One line for the picker. */
  summary: string;
  /** The sender's own page on its webhooks. */
  docsUrl: string | null;
  /** The colour of its monogram, as #rrggbb. */
  color: string;
  proof: SourceProof;
  /** Older or other ways to prove itself, by the name that the endpoint's option `scheme` gives. */
  otherProofs: Readonly<Record<string, SourceProof>>;
  /** The name of the usual way, where a sender has several. */
  scheme: string;
  /** How a secret that we make looks; null when the sender could not use one, or nobody needs one. */
  secret: SecretForm | null;
  /** Who makes the secret: where the sender does, people paste theirs. A public key counts as one. */
  secretBy: "us" | "sender" | "nobody";
  settings: readonly Setting[];
  /** The methods it rings with, where the endpoint does not say. */
  methods: readonly string[];
  event: EventPlaces;
  /**
   * Whether a body is refused that is not what its content type says. A service that signs its bytes means them, whatever
   * it calls them, and could not mend them: there such a body is text. People's own programs can be mended.
   */
  bodies: "checked" | "any";
  /** Where the events stand in a request that carries several. */
  batch: BatchPlaces | null;
  handshakes: readonly Handshake[];
  /** What it is answered with when a delivery is accepted, or not proven, where ours would not do. */
  replies: { accepted?: ReplyTo; notVerified?: Reply };
  habits: Habits;
  /** What to do at the sender's, step by step. */
  setup: readonly string[];
  samples: readonly Sample[];
  vectors: readonly Vector[];
};

type ProofSpec =
  | { kind: "none" }
  | { kind: "hmac"; recipe: z.input<typeof HmacRecipe>; orElse?: z.input<typeof HmacRecipe> }
  | { kind: "custom-hmac" }
  | { kind: "token"; recipe: z.input<typeof TokenRecipe>; besides?: Verifier }
  | { kind: "key"; recipe: z.input<typeof KeyRecipe> }
  | { kind: "own"; verifier: Verifier };

type SampleSpec = Omit<Sample, "body"> & {
  /** An object is sent as JSON. Text goes as it is, and its headers have to name a content type. */
  body: object | string;
};

type Optional =
  | "methods"
  | "scheme"
  | "secretBy"
  | "bodies"
  | "settings"
  | "batch"
  | "handshakes"
  | "habits"
  | "vectors";

type SourceSpec<Id extends string> = Omit<Source<Id>, "proof" | "otherProofs" | "samples" | "replies" | Optional> &
  Partial<Pick<Source<Id>, Optional>> & {
    proof: ProofSpec;
    otherProofs?: Record<string, ProofSpec>;
    replies?: { accepted?: Reply | ReplyTo; notVerified?: Reply };
    samples: readonly SampleSpec[];
  };

const NO_HABITS: Habits = { deadlineSeconds: null, retries: "Whether it tries again is up to the sender." };

export function defineSource<const Id extends string>(spec: SourceSpec<Id>): Source<Id> {
  return {
    scheme: spec.id,
    secretBy: spec.proof.kind === "none" ? "nobody" : spec.secret ? "us" : "sender",
    bodies: spec.proof.kind === "none" ? "checked" : "any",
    settings: [],
    methods: ["POST"],
    batch: null,
    handshakes: [],
    habits: NO_HABITS,
    vectors: [],
    ...spec,
    replies: repliesOf(spec.replies ?? {}),
    proof: proofOf(spec.proof),
    otherProofs: Object.fromEntries(
      Object.entries(spec.otherProofs ?? {}).map(([name, proof]) => [name, proofOf(proof)]),
    ),
    samples: spec.samples.map(({ body, headers, ...sample }) => ({
      ...sample,
      headers: typeof body === "string" ? headers : { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    })),
  };
}

/** The reply that a source insists on, for screens: what an empty body gets stands for the others. */
export function usualReply(source: Pick<Source, "replies"> | undefined): Reply | undefined {
  return source?.replies.accepted?.(new Uint8Array());
}

function repliesOf({ accepted, ...others }: NonNullable<SourceSpec<string>["replies"]>): Source["replies"] {
  if (accepted === undefined) return others;
  return { ...others, accepted: typeof accepted === "function" ? accepted : () => accepted };
}

function proofOf(spec: ProofSpec): SourceProof {
  if (spec.kind === "hmac") {
    const recipe = HmacRecipe.parse(spec.recipe);
    return { kind: "hmac", recipe, ...(spec.orElse && { orElse: HmacRecipe.parse(spec.orElse) }) };
  }
  if (spec.kind === "token") return { ...spec, recipe: TokenRecipe.parse(spec.recipe) };
  return spec.kind === "key" ? { kind: "key", recipe: KeyRecipe.parse(spec.recipe) } : spec;
}
