import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseBody } from "@/lib/domain/deliveries/parse-body";

const bytes = (text: string) => new TextEncoder().encode(text);
const FORM = "application/x-www-form-urlencoded";

describe("parseBody", () => {
  test.each([
    ["application/json", '{"a":1}', { a: 1 }],
    ["application/vnd.api+json; charset=utf-8", "[1]", [1]],
    ["", '{"a":1}', { a: 1 }],
    ["text/plain", "{not json", "{not json"],
    ["text/xml", "<a/>", "<a/>"],
    [FORM, "a=1&b=2&b=3", { a: "1", b: ["2", "3"] }],
    [FORM, '{"a":1}', { a: 1 }],
    [FORM, `payload=${encodeURIComponent('{"a":1}')}`, { a: 1 }],
    [FORM, `json=${encodeURIComponent('{"a":1}')}`, { a: 1 }],
    [FORM, `mandrill_events=${encodeURIComponent("[1]")}`, [1]],
    [FORM, `json=${encodeURIComponent('{"a":1}')}&b=2`, { json: '{"a":1}', b: "2" }],
    [FORM, "__proto__=1&a=2", { a: "2" }],
    [
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
      { a: "1" },
    ],
    ["multipart/form-data", "--x", "--x"],
    ["application/json", "", null],
  ])("%s: %s", (contentType, text, value) => {
    expect(parseBody(bytes(text), contentType)).toEqual({ ok: true, value });
  });

  test("what calls itself JSON and is none is refused; bytes that are no text are null", () => {
    expect(parseBody(bytes("{"), "application/json")).toMatchObject({ ok: false });
    expect(parseBody(Uint8Array.of(0xff), "application/json")).toMatchObject({ ok: false });
    expect(parseBody(Uint8Array.of(0xff), "text/plain")).toEqual({ ok: true, value: null });
  });

  test("no bytes and no content type make it throw", () => {
    const types = fc.constantFrom("application/json", FORM, "text/plain", "", "multipart/form-data; boundary=x", "💥");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), types, (body, contentType) => {
        expect(typeof parseBody(body, contentType).ok).toBe("boolean");
      }),
    );
  });
});
