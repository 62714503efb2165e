import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/accounts/actor";
import { type Action, type Performed, performAction, type Wire } from "../../support/perform-action";
import type { Answer } from "../../support/receiver";
import { provideTestRunner } from "../../support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "../../support/test-workspace";

/** What rings in every case: whatever a service might take for a mark of its own. */
export const DATA = {
  id: 12345678,
  who: 'Ann "the boss" & <Söns> \\ 😀',
  all: "<!channel> @everyone <users/all> [here](https://evil.example) *b* {{ steps }}",
};

export type AcceptedCase = Pick<Action, "type" | "config" | "connection"> & {
  name: string;
  answer: Answer;
  /** What the service gets, to the byte. */
  wire: Wire;
  output: unknown;
  /** The address as the log shows it. */
  loggedUrl: string;
};

export type RefusedCase = Pick<Action, "type" | "config" | "connection"> & {
  name: string;
  answers: Answer[];
  /** Why the step failed; null when a later try went well. */
  error: string | null;
  attempts: string[];
  /** How long the service asked to wait before the second try. */
  pauseMs?: number;
};

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
}

/** Performs every case by the embedded engine, with a receiver in the service's place. */
export function testActions({ accepted, refused }: { accepted: AcceptedCase[]; refused: RefusedCase[] }): void {
  process.env["ALLOWED_TARGETS"] = "127.0.0.1";
  provideTestDatabase();
  const runner = provideTestRunner();
  let actor: Actor;
  beforeAll(async () => {
    actor = await createTestWorkspace();
  });

  describe.each(accepted.map((each) => [each.name, each] as const))("%s", (_, { answer, wire, ...each }) => {
    test("sends what the service asks for, and gives what it answers", async () => {
      const performed = await performAction(actor, runner, { ...each, body: DATA, respond: [answer] });
      expect(performed.wires).toEqual([wire]);
      expect(performed.step).toMatchObject({ status: "done", port: "out", output: each.output });
      const [attempt] = performed.step.attempts;
      expect(attempt).toMatchObject({ status: "succeeded", request: { method: wire.method, url: each.loggedUrl } });
      expect(performed.idempotencyKeys).toEqual([attempt?.idempotencyKey]);
      expect(performed.leaked).toEqual([]);
    });
  });

  test.each(refused.map((each) => [each.name, each] as const))(
    "%s",
    async (_, { answers, error, attempts, pauseMs, ...each }) => {
      const performed = await performAction(actor, runner, { ...each, body: DATA, respond: answers });
      expect(performed.step.attempts.map(({ status }) => status)).toEqual(attempts);
      expect(performed.step.error ?? null).toBe(error);
      expect(performed.run.status).toBe(error === null ? "done" : "failed");
      if (pauseMs) expect(pauseOf(performed.step)).toBeGreaterThanOrEqual(pauseMs);
      expect(performed.leaked).toEqual([]);
    },
  );
}

function pauseOf({ attempts: [first, second] }: Performed["step"]): number {
  return Date.parse(second?.startedAt ?? "") - Date.parse(first?.startedAt ?? "");
}
