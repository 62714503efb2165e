import type { Finding } from "@/lib/domain/signatures/diagnose/diagnosis";
import { type HashBudget, lengthOf, takeTry } from "@/lib/domain/signatures/diagnose/hash-budget";
import type { Message } from "@/lib/domain/signatures/diagnose/variants/message-variants";
import { byDifferences, type Variant } from "@/lib/domain/signatures/diagnose/variants/variant";
import type { WrittenSignature } from "@/lib/domain/signatures/diagnose/written-signatures";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import type { Hmac } from "@/lib/domain/signatures/hmac";
import type { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { signedParts } from "@/lib/domain/signatures/signed-parts";

/** What is varied: each list holds what the endpoint expects, too, as variants without findings. */
export type Space = {
  bodies: Variant<Uint8Array>[];
  messages: Variant<Message>[];
  algorithms: Variant<HmacRecipe["algorithm"]>[];
  keys: Variant<Uint8Array>[];
};

export type Searching = {
  written: readonly WrittenSignature[];
  hmac: Hmac;
  budget: HashBudget;
  /** Called now and then, so that others are served meanwhile. */
  pause: () => Promise<void>;
};

export type Match = {
  signatures: WrittenSignature[];
  message: Message;
  algorithm: HmacRecipe["algorithm"];
  findings: Finding[];
};

/** More mistakes at once are not looked for: nobody could follow. */
export const DIFFERENCES_MAX = 5;

const BYTES_PER_TURN = 4 * 1_048_576;
const TRIES_PER_TURN = 400;

/** The first combination with so many differences that gives one of the written signatures; undefined without, or when the budget is used up. */
export async function search(space: Space, differences: number, searching: Searching): Promise<Match | undefined> {
  const { budget } = searching;
  let turn = { tried: budget.tried, bytes: budget.bytes };
  for (const trial of trialsWith(space, differences)) {
    const outcome = attempt(trial, searching);
    if (outcome === "spent") return undefined;
    if (outcome) return outcome;
    if (budget.tried - turn.tried < TRIES_PER_TURN && budget.bytes - turn.bytes < BYTES_PER_TURN) continue;
    await searching.pause();
    turn = { tried: budget.tried, bytes: budget.bytes };
  }
  return undefined;
}

type Trial = {
  body: Uint8Array;
  message: Message;
  algorithm: HmacRecipe["algorithm"];
  key: Uint8Array;
  findings: Finding[];
};

function attempt(trial: Trial, { written, hmac, budget }: Searching): Match | "spent" | undefined {
  const { body, message, algorithm, key, findings } = trial;
  const parts = signedParts(message.signedContent, { ...message, body });
  if (!takeTry(budget, lengthOf(parts))) return "spent";
  const expected = hmac(algorithm, key, ...parts);
  const signatures = written.filter(({ bytes }) => equalBytes(bytes, expected));
  return signatures.length > 0 ? { signatures, message, algorithm, findings } : undefined;
}

/** Every combination that has exactly so many differences in all. */
function* trialsWith(space: Space, differences: number): Generator<Trial> {
  const bodies = byDifferences(space.bodies);
  const messages = byDifferences(space.messages);
  const algorithms = byDifferences(space.algorithms);
  const keys = byDifferences(space.keys);
  for (const [inKey, inAlgorithm, inMessage, inBody] of splits(differences)) {
    yield* combine({
      keys: keys[inKey] ?? [],
      algorithms: algorithms[inAlgorithm] ?? [],
      messages: messages[inMessage] ?? [],
      bodies: bodies[inBody] ?? [],
    });
  }
}

function* combine({ bodies, messages, algorithms, keys }: Space): Generator<Trial> {
  for (const key of keys) {
    for (const algorithm of algorithms) {
      for (const message of messages) {
        for (const body of bodies) yield trialOf({ body, message, algorithm, key });
      }
    }
  }
}

type Choice = { [Part in keyof Trial as Exclude<Part, "findings">]: Variant<Trial[Part]> };

function trialOf({ body, message, algorithm, key }: Choice): Trial {
  return {
    body: body.value,
    message: message.value,
    algorithm: algorithm.value,
    key: key.value,
    findings: [...key.findings, ...algorithm.findings, ...message.findings, ...body.findings],
  };
}

type Split = [number, number, number, number];

/** The ways to share so many differences among the parts: what stands first has few as long as possible. */
function splits(total: number): Split[] {
  const found: Split[] = [];
  for (let first = 0; first <= total; first++) {
    for (let second = 0; first + second <= total; second++) {
      for (let third = 0; first + second + third <= total; third++) {
        found.push([first, second, third, total - first - second - third]);
      }
    }
  }
  return found;
}
