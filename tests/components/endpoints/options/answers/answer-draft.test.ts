import { expect, test } from "vitest";
import {
  type AnswerDraft,
  answerChanges,
  answerDraftOf,
  answerProblems,
  headerPath,
} from "@/components/endpoints/options/answers/answer-draft";
import { findSource, sources } from "@/lib/catalog/sources";

const OWN = {
  status: 201,
  contentType: "text/plain",
  headers: [{ name: "X-Served-By", value: "doorbell" }],
  body: "{{ trigger.body.id }}",
};

const draft = (change: Partial<AnswerDraft> = {}): AnswerDraft => ({
  ...answerDraftOf({ answer: OWN }, undefined),
  ...change,
});

test("what the form was not touched for is sent as it came", () => {
  expect(answerChanges(draft())).toEqual({ answer: OWN });
  expect(answerProblems(draft())).toEqual([]);
});

test("a content type that is not among those offered is typed", () => {
  expect(draft().isTypeOther).toBe(false);
  const rare = answerDraftOf({ answer: { ...OWN, contentType: "application/problem+json" } }, undefined);
  expect(rare).toMatchObject({ isTypeOther: true, contentType: "application/problem+json" });
});

test("switched off, the answer is taken away", () => {
  expect(answerDraftOf({}, undefined).isOwn).toBe(false);
  expect(answerChanges(draft({ isOwn: false }))).toEqual({ answer: undefined });
  expect(answerProblems(draft({ isOwn: false, body: "{{" }))).toEqual([]);
});

test("whatever the source, one's own answer begins as one that can be saved, and as what the source insists on", () => {
  for (const source of sources) {
    const fresh = { ...answerDraftOf({}, source), isOwn: true };
    expect({ source: source.id, problems: answerProblems(fresh) }).toEqual({ source: source.id, problems: [] });
  }
  expect(answerDraftOf({}, findSource("figma"))).toMatchObject({ status: "200", contentType: "text/plain", body: "" });
});

test("mistakes are told before saving, by the paths that the API names", () => {
  const wrong = draft({
    status: "302",
    contentType: "text/html",
    body: "{{ trigger.body.id }",
    headers: [
      { name: "", value: "" },
      { name: "set-cookie", value: "a" },
    ],
  });
  expect(answerProblems(wrong).map(({ path }) => path)).toEqual([
    "options.answer.status",
    "options.answer.headers.0.name",
    "options.answer.contentType",
    "options.answer.body",
  ]);
  expect(answerProblems(draft({ body: "{{ trigger.body.id }" }))).toEqual([
    { path: "options.answer.body", message: "A placeholder is not closed: “}}” is missing." },
  ]);
});

test("rows that nobody filled in are left out, and the problems of the others keep their row", () => {
  const headers = [
    { name: "", value: "" },
    { name: "x-a", value: "1" },
    { name: " ", value: "" },
    { name: "x-b", value: "2" },
  ];
  expect(answerChanges(draft({ headers }))).toMatchObject({
    answer: { headers: [headers[1], headers[3]] },
  });
  expect([headerPath(headers, 1), headerPath(headers, 3)]).toEqual(["answer.headers.0", "answer.headers.1"]);
});

test("without a status it is the usual one", () => {
  expect(answerChanges(draft({ status: "" }))["answer"]).not.toHaveProperty("status");
});
