import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AnswerTemplate, renderAnswer } from "@/lib/domain/deliveries/answer-template";

const PLAIN = { delivery: "dlv_1", verdict: "accepted" };
const scope = (body: unknown) => ({ trigger: { body }, steps: {} });

describe("AnswerTemplate", () => {
  test("without a word it is an empty 200", () => {
    expect(AnswerTemplate.parse({})).toEqual({ status: 200, headers: [], contentType: "application/json", body: "" });
  });

  test.each([
    [{ status: 204 }],
    [{ contentType: "text/plain; charset=iso-8859-1", body: "ok" }],
    [{ contentType: "application/soap+xml", body: "<ok/>" }],
    [{ contentType: "application/problem+json", body: "{}" }],
    [{ headers: [{ name: "X-Request-Id", value: "1" }] }],
    [{ body: "x".repeat(16_384) }],
  ])("%j is one", (answer) => {
    expect(AnswerTemplate.safeParse(answer).error).toBeUndefined();
  });

  test.each([
    [{ status: 199 }, "An answer's status is from 200 to 299."],
    [{ status: 302 }, "An answer's status is from 200 to 299."],
    [{ status: 204, body: "x" }, "An answer with status 204 has no body."],
    [{ body: "{{ trigger.body" }, "A placeholder is not closed: “}}” is missing."],
    [{ body: "x".repeat(16_385) }, "The body is longer than 16,384 characters."],
    [{ contentType: "text/html" }, "Pages and scripts are not answered: they would run as part of Doorbell."],
    [
      { contentType: "TEXT/HTML; charset=utf-8" },
      "Pages and scripts are not answered: they would run as part of Doorbell.",
    ],
    [
      { contentType: "application/xhtml+xml" },
      "Pages and scripts are not answered: they would run as part of Doorbell.",
    ],
    [{ contentType: "image/svg+xml" }, "Pages and scripts are not answered: they would run as part of Doorbell."],
    [{ contentType: "text/javascript" }, "Pages and scripts are not answered: they would run as part of Doorbell."],
    [{ contentType: "image/png" }, "Answers are JSON, plain text, XML or a form."],
    [{ contentType: "json" }, "A content type looks like application/json."],
    [{ contentType: "text/plain\r\nx: y" }, "A content type looks like application/json."],
    [{ headers: [{ name: "a b", value: "" }] }, "A header's name has letters, digits and dashes only."],
    [{ headers: [{ name: "X", value: "a\r\nb" }] }, "A header's value has no line breaks, and plain letters only."],
    [
      {
        headers: [
          { name: "X-A", value: "1" },
          { name: "x-a", value: "2" },
        ],
      },
      "This header is there twice.",
    ],
    [
      { headers: Array.from({ length: 21 }, (_, n) => ({ name: `x-${n}`, value: "" })) },
      "An answer has at most 20 headers of its own.",
    ],
  ])("%j is none", (answer, message) => {
    expect(AnswerTemplate.safeParse(answer).error?.issues.map((issue) => issue.message)).toContain(message);
  });

  test.each([
    "Connection",
    "content-length",
    "Set-Cookie",
    "Transfer-Encoding",
    "Content-Type",
    "Content-Security-Policy",
  ])("the header %s is not the endpoint's to set", (name) => {
    const { error } = AnswerTemplate.safeParse({ headers: [{ name, value: "x" }] });
    expect(error?.issues[0]?.message).toBe("This header is Doorbell's own to set.");
  });
});

describe("renderAnswer", () => {
  const render = (answer: object, body: unknown = {}) => renderAnswer(AnswerTemplate.parse(answer), scope(body), PLAIN);

  test("in JSON no value breaks out of its place", () => {
    const body = '{"challenge":"{{ trigger.body.challenge }}","id":{{ trigger.body.id }}}';
    expect(render({ body }, { challenge: 'a"b\n', id: { x: 1 } })).toEqual({
      status: 200,
      headers: { "content-type": "application/json" },
      body: '{"challenge":"a\\"b\\n","id":{"x":1}}',
      problem: null,
    });
  });

  test("other text is filled in as it is, and says that it is UTF-8", () => {
    const answer = {
      status: 201,
      contentType: "text/plain",
      headers: [{ name: "X-A", value: "1" }],
      body: "Hi {{ trigger.body }}",
    };
    expect(render(answer, 'Zoë "x"')).toEqual({
      status: 201,
      headers: { "x-a": "1", "content-type": "text/plain; charset=utf-8" },
      body: 'Hi Zoë "x"',
      problem: null,
    });
  });

  test("an answer without a body has no type", () => {
    expect(render({ status: 204 })).toEqual({ status: 204, headers: {}, body: "", problem: null });
  });

  test("a template that fails leaves the plain body, and the reason", () => {
    const endless = "{% for a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endfor %}";
    expect(render({ contentType: "text/plain", body: endless })).toEqual({
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(PLAIN),
      problem: expect.stringMatching(/^The template .*\.$/),
    });
  });

  test("nothing that a stranger sends makes it throw, or makes its JSON none", () => {
    const body = '{"a":"{{ trigger.body }}","b":{{ trigger.body }},"c":"{{ trigger.body.x | upcase }}"}';
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const answer = render({ body }, value);
        expect(answer.problem).toBeNull();
        JSON.parse(answer.body);
      }),
    );
  });
});
