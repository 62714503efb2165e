import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  admit,
  type Breaker,
  FRESH_BREAKER,
  type Health,
  healthOf,
  isForgettable,
  learn,
} from "@/lib/domain/runs/breaker";

/** A destination with a clock of its own, asked by one attempt at a time. */
function destination() {
  let breaker: Breaker = FRESH_BREAKER;
  let nowMs = 0;
  return {
    pass: (ms: number) => {
      nowMs += ms;
    },
    state: () => breaker,
    admit: () => {
      const admitted = admit(breaker, nowMs);
      breaker = admitted.breaker;
      return admitted.admission;
    },
    learn: (health: Health, isProbe = false) => {
      breaker = learn(breaker, { health, isProbe, nowMs });
    },
    fail(times: number) {
      for (let n = 0; n < times; n += 1) this.learn("bad");
    },
  };
}

describe("attempts go out", () => {
  test("as long as fewer than ten have failed in a row", () => {
    const desk = destination();
    desk.fail(9);
    expect(desk.admit()).toEqual({ do: "send" });
    desk.learn("good");
    desk.fail(9);
    expect(desk.admit()).toEqual({ do: "send" });
  });

  test("when ten have failed, but over more than 30 seconds", () => {
    const desk = destination();
    for (let n = 0; n < 50; n += 1) {
      desk.learn("bad");
      desk.pass(3_400);
      expect(desk.admit()).toEqual({ do: "send" });
    }
  });
});

describe("attempts are held back", () => {
  test("for 10 seconds after ten failures, and are told how long and how often it failed", () => {
    const desk = destination();
    desk.fail(10);
    expect(desk.admit()).toEqual({ do: "wait", pauseMs: 10_000, failures: 10 });
    desk.pass(4_000);
    expect(desk.admit()).toEqual({ do: "wait", pauseMs: 6_000, failures: 10 });
  });

  test("until one of them has found that all is well", () => {
    const desk = destination();
    desk.fail(10);
    desk.pass(10_000);
    expect(desk.admit()).toEqual({ do: "probe" });
    expect(desk.admit()).toEqual({ do: "wait", pauseMs: 10_000, failures: 10 });
    desk.learn("good", true);
    expect(desk.admit()).toEqual({ do: "send" });
    expect(desk.state()).toEqual(FRESH_BREAKER);
  });

  test("for twice as long each time that it is not, up to 5 minutes", () => {
    const desk = destination();
    desk.fail(10);
    const pauses = [10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000];
    for (const [n, pauseMs] of pauses.entries()) {
      expect(desk.admit()).toEqual({ do: "wait", pauseMs, failures: 10 + n });
      desk.pass(pauseMs);
      expect(desk.admit()).toEqual({ do: "probe" });
      desk.learn("bad", true);
    }
  });

  test("no longer once a straggler from before succeeds, and no longer than planned when one fails", () => {
    const desk = destination();
    desk.fail(10);
    desk.pass(5_000);
    desk.learn("bad");
    expect(desk.admit()).toEqual({ do: "wait", pauseMs: 5_000, failures: 11 });
    desk.learn("good");
    expect(desk.admit()).toEqual({ do: "send" });
  });

  test("until another probe, when the first one asked nobody", () => {
    const desk = destination();
    desk.fail(10);
    desk.pass(10_000);
    desk.admit();
    desk.learn("none", true);
    expect(desk.admit()).toEqual({ do: "probe" });
  });
});

test("what asks nobody teaches nothing", () => {
  const desk = destination();
  desk.fail(9);
  desk.learn("none");
  expect(desk.state()).toMatchObject({ failures: 9, held: null });
});

test.each<[Parameters<typeof healthOf>[0], Health]>([
  [{ kind: "done" }, "good"],
  [{ kind: "refused", isWorthRetrying: true }, "good"],
  [{ kind: "answered", status: 200 }, "good"],
  [{ kind: "answered", status: 301 }, "good"],
  [{ kind: "answered", status: 404 }, "good"],
  [{ kind: "answered", status: 429 }, "good"],
  [{ kind: "answered", status: 500 }, "bad"],
  [{ kind: "answered", status: 503 }, "bad"],
  [{ kind: "blocked" }, "none"],
  [{ kind: "failed", sent: true, reason: "timeout" }, "bad"],
  [{ kind: "failed", sent: false, reason: "refused" }, "bad"],
  [{ kind: "failed", sent: false, reason: "dns" }, "bad"],
  [{ kind: "failed", sent: false, reason: "bad_url" }, "none"],
  [{ kind: "failed", sent: false, reason: "other" }, "none"],
])("%j is %s", (end, health) => {
  expect(healthOf(end)).toBe(health);
});

test("it is forgotten when its failures are long ago, and later while it is held back", () => {
  const desk = destination();
  expect(isForgettable(desk.state(), 0)).toBe(true);
  desk.fail(10);
  expect(isForgettable(desk.state(), 31_000)).toBe(false);
  expect(isForgettable(desk.state(), 600_001)).toBe(true);
});

test("whatever happens: at most one probe at a time, no pause over 5 minutes, and a success always lets all go", () => {
  const events = fc.array(
    fc.record({
      passMs: fc.integer({ min: 0, max: 400_000 }),
      health: fc.constantFrom<Health>("good", "bad", "bad", "bad", "none"),
    }),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(events, (list) => {
      const desk = destination();
      for (const { passMs, health } of list) {
        desk.pass(passMs % 7 === 0 ? 0 : passMs);
        meet(desk, health);
      }
    }),
  );
});

function meet(desk: ReturnType<typeof destination>, health: Health): void {
  const admission = desk.admit();
  if (admission.do === "wait") {
    expect(admission.pauseMs).toBeLessThanOrEqual(300_000);
    return;
  }
  const isProbe = admission.do === "probe";
  if (isProbe) expect(desk.admit().do).toBe("wait");
  desk.learn(health, isProbe);
  if (health === "good") expect(desk.admit()).toEqual({ do: "send" });
}
