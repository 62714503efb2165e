import type { Check } from "@/lib/domain/deliveries/delivery";
import type { Explanation } from "@/lib/domain/explanation";

/** What is wrong with the proof, by what the door wrote down. Its sentences are those of verifySignature. */
export function explainProof({ actual = "", expected }: Check): Explanation {
  const found = PROOFS.find(([pattern]) => pattern.test(actual));
  if (found) return { headline: `Refused: ${found[1]}`, hint: found[2] };
  return {
    headline: "Refused: the sender could not prove who it is.",
    hint: actual || (expected ? `Expected ${expected}.` : "Compare the endpoint's secret with the sender's."),
  };
}

const PROOFS: readonly [RegExp, headline: string, hint: string][] = [
  [
    /^There is no secret/,
    "the endpoint has no secret to check with.",
    "Add the sender's secret on the endpoint's page, or make one there and give it to the sender.",
  ],
  [
    /^The secret is not/,
    "the endpoint's secret is not in the form that this sender uses.",
    "Copy the whole secret from the sender again, without spaces around it.",
  ],
  [
    /^The signature was not made with/,
    "the signature is wrong.",
    "Copy the secret from the sender again. If it is the right one, something on the way has changed the body: a proxy that rewrites JSON, for instance.",
  ],
  [
    /was made \d+ seconds ago/,
    "the signature is right, but too old.",
    "Somebody sent an old request again, or a clock is wrong: compare the clocks of the sender and of this server.",
  ],
  [
    /seconds in the future/,
    "the signature is right, but from the future.",
    "A clock is wrong: compare the clocks of the sender and of this server.",
  ],
  [
    /^The time of signing did not come/,
    "the time of signing is missing.",
    "The sender may sign in another way than the endpoint's source says. Compare the endpoint's source with the sender's documentation.",
  ],
  [
    /^The time of signing is not/,
    "the time of signing cannot be read.",
    "The sender may sign in another way than the endpoint's source says. Compare the endpoint's source with the sender's documentation.",
  ],
  [
    /^The header .* did not come/,
    "the signature is missing.",
    "Is a secret set at the sender? Without one, most do not sign. Or somebody else has found the address.",
  ],
  [
    /^The header .* (has to be|came without)/,
    "the signature is not in the expected form.",
    "The sender may sign in another way than the endpoint's source says. Compare the endpoint's source with the sender's documentation.",
  ],
];
