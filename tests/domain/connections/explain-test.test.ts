import { expect, test } from "vitest";
import { explainTest } from "@/lib/domain/connections/explain-test";

const host = "api.example.com";
const answered = (status: number, body = "") =>
  explainTest({ host, answer: { status, body }, message: `It answered ${status}.` });

test("what worked says who accepted it", () => {
  expect(explainTest({ host, answer: { status: 200, body: "{}" }, message: null })).toBe(
    "It works: api.example.com accepted it.",
  );
});

test("a refusal says what it means, with the service's own words", () => {
  expect(answered(401, '{"message":"Bad credentials"}')).toBe(
    "api.example.com did not accept these credentials (401). It says: Bad credentials",
  );
  expect(answered(403)).toMatch(/more rights/);
  expect(answered(404)).toMatch(/typing mistakes/);
  expect(answered(429)).toMatch(/later/);
  expect(answered(503)).toMatch(/fault of its own/);
  expect(answered(418)).toBe("api.example.com answered 418.");
});

test("without an answer, and where one with a good status was a refusal, the sentence is the sender's", () => {
  expect(explainTest({ host, answer: null, message: "It could not be found." })).toBe("It could not be found.");
  expect(explainTest({ host, answer: { status: 200, body: '{"error":"x"}' }, message: "invalid_auth" })).toBe(
    "invalid_auth",
  );
});
