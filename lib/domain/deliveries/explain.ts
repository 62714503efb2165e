import type { Check, Delivery } from "@/lib/domain/deliveries/delivery";
import { explainProof } from "@/lib/domain/deliveries/explain-proof";
import type { Explanation } from "@/lib/domain/explanation";

type Explained = Pick<Delivery, "verdict" | "reason" | "checks" | "runs">;

/** Says plainly what became of a delivery and why. */
export function explainDelivery(delivery: Explained): Explanation {
  switch (delivery.verdict) {
    case "accepted":
      return explainAccepted(delivery.runs);
    case "handshake":
      return {
        headline: "Handshake: the sender checked that somebody is at home, and was answered.",
        hint: "Senders do this once when an address is set up. It starts no run.",
      };
    case "duplicate":
      return {
        headline: "Duplicate: this event had arrived before.",
        hint: "It was answered with success, so that the sender stops repeating it. Nothing was done twice.",
      };
    case "held":
      return {
        headline: "Held: it is kept, and nothing has been done yet.",
        hint: "It goes on as soon as it is released.",
      };
    case "rejected":
      return explainRejected(delivery);
  }
}

function explainAccepted(runs: Explained["runs"]): Explanation {
  const [first] = runs;
  if (!first) {
    return {
      headline: "Accepted, but no workflow listens to this endpoint.",
      hint: "It is kept. Publish a workflow that starts with this endpoint, and the next one will run.",
    };
  }
  const begun = runs.filter((run) => run.status !== "filtered");
  if (begun.length === 0) {
    const who =
      runs.length === 1 ? `“${first.workflowName}” did not want it.` : `none of ${runs.length} workflows wanted it.`;
    return { headline: `Accepted, but ${who}`, hint: "The reason stands beside each workflow, under Runs." };
  }
  const failed = begun.filter((run) => run.status === "failed");
  if (failed.length > 0) {
    const who = failed.length === 1 ? `“${failed[0]?.workflowName}” failed.` : `${failed.length} runs failed.`;
    return { headline: `Accepted, but ${who}`, hint: "Open the run to see which step, and why." };
  }
  const isBusy = begun.some((run) => run.status === "queued" || run.status === "running" || run.status === "waiting");
  const count = begun.length === 1 ? "one workflow" : `${begun.length} workflows`;
  if (isBusy)
    return {
      headline: `Accepted: ${count} ${begun.length === 1 ? "is" : "are"} at it.`,
      hint: "This page follows along.",
    };
  if (begun.some((run) => run.status === "cancelled")) {
    return { headline: "Accepted, but a run was cancelled.", hint: "Open the run to see how far it came." };
  }
  return {
    headline: `Accepted, and ${count} ${begun.length === 1 ? "has" : "have"} run.`,
    hint: "Everything went well.",
  };
}

function explainRejected({ reason, checks }: Explained): Explanation {
  const failed = checks.find((check) => !check.ok);
  if (reason === "not_verified" && failed) return explainProof(failed);
  return REASONS[reason ?? ""]?.(failed) ?? { headline: "Refused.", hint: failed?.actual ?? "No reason was recorded." };
}

/** By reason code; what the failed check expected and got makes some of them more precise. */
const REASONS: Readonly<Record<string, (failed: Check | undefined) => Explanation>> = {
  unknown_endpoint: () => ({
    headline: "Refused: there is no endpoint at this address.",
    hint: "Compare the address at the sender with the one on the endpoint's page.",
  }),
  endpoint_disabled: () => ({
    headline: "Refused: the endpoint is switched off.",
    hint: "The sender was told that nobody lives here. Switch the endpoint on to let it ring again.",
  }),
  endpoint_expired: () => ({
    headline: "Refused: the endpoint's time is over.",
    hint: "The sender was told that nobody lives here. Give the endpoint a later end to let it ring again.",
  }),
  https_required: () => ({
    headline: "Refused: it came over plain http.",
    hint: "Change the address at the sender so that it begins with https://.",
  }),
  method_not_allowed: (failed) => ({
    headline: `Refused: the method ${failed?.actual ?? "that was used"} is not allowed.`,
    hint: `The endpoint takes ${failed?.expected ?? "other methods"}. Change that on the endpoint's page, or the method at the sender.`,
  }),
  address_not_allowed: (failed) => ({
    headline: `Refused: ${failed?.actual ?? "the sender's address"} is not on the list of allowed addresses.`,
    hint: "Add the address to the endpoint's list if you know the sender.",
  }),
  rate_limited: () => ({
    headline: "Refused: too many came in too short a time.",
    hint: "The sender was asked to come back later. Most do by themselves.",
  }),
  too_large: (failed) => ({
    headline: "Refused: the body is too large.",
    hint: `The endpoint takes ${failed?.expected ?? "less"}. Let the sender send less, for instance ids instead of whole records.`,
  }),
  unsupported_type: (failed) => ({
    headline: `Refused: the body came ${failed?.actual ? `as ${failed.actual}` : "in a form"}, which this endpoint does not take.`,
    hint: `Expected: ${failed?.expected ?? "another type"}. Change how the sender encodes it.`,
  }),
  not_verified: () => ({
    headline: "Refused: the sender could not prove who it is.",
    hint: "Compare the endpoint's source and secret with the sender's settings.",
  }),
  malformed_body: (failed) => ({
    headline: "Refused: the body cannot be read.",
    hint: failed?.actual ?? "It calls itself JSON and is none.",
  }),
  schema_mismatch: (failed) => ({
    headline: "Refused: the body does not have the shape that the endpoint asks for.",
    hint: failed?.actual ?? "Compare it with the endpoint's schema.",
  }),
  unavailable: () => ({
    headline: "Refused: it could not be stored at that moment.",
    hint: "The sender was asked to try again.",
  }),
};

/** A shorter reason, for lists. */
export function shortReason(reason: string | null): string {
  return SHORT_REASONS[reason ?? ""] ?? "Refused";
}

const SHORT_REASONS: Readonly<Record<string, string>> = {
  unknown_endpoint: "No such endpoint",
  endpoint_disabled: "Endpoint is switched off",
  endpoint_expired: "Endpoint has ended",
  https_required: "Came over plain http",
  method_not_allowed: "Method not allowed",
  address_not_allowed: "Address not allowed",
  rate_limited: "Too many at once",
  too_large: "Body too large",
  unsupported_type: "Encoding not taken",
  not_verified: "Sender not verified",
  malformed_body: "Body cannot be read",
  schema_mismatch: "Body has the wrong shape",
  unavailable: "Could not be stored",
};
