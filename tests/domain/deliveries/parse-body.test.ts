import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkBody, parseBody } from "@/lib/domain/deliveries/parse-body";

const bytes = (text: string) => new TextEncoder().encode(text);
const FORM = "application/x-www-form-urlencoded";
const XML = "application/xml";

/** Noise, and what looks like a body more or less. */
const bodies = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .array(
      fc.constantFrom("--x", "\r\n", "--", "<a>", "</a>", "{", '"', "}", "=", "&", "\xff", ": form-data; name=a", "\0"),
    )
    .map((pieces) => Buffer.from(pieces.join(""), "latin1")),
);

describe("parseBody", () => {
  test.each([
    ["application/json", '{"a":1}', { a: 1 }],
    ["application/vnd.api+json; charset=utf-8", "[1]", [1]],
    ["", '{"a":1}', { a: 1 }],
    ["text/plain", "{not json", "{not json"],
    ["text/html", "<a>&amp;", "<a>&amp;"],
    ["text/xml", "<a>1</a>", { a: "1" }],
    ["application/xml; charset=utf-8", "<?xml version='1.0'?><a x='1'/>", { a: { "@x": "1" } }],
    ["application/soap+xml", "<s:a xmlns:s='u'/>", { "s:a": { "@xmlns:s": "u" } }],
    [
      "multipart/form-data; boundary=b",
      "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b--\r\n",
      { a: "1" },
    ],
    ["multipart/mixed; boundary=b", "--b\r\n\r\n1\r\n--b--", "--b\r\n\r\n1\r\n--b--"],
    ["text/plain; charset=klingon", "ü", "ü"],
    ["application/json; charset=iso-8859-1", '"ü"', "ü"],
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
    ["application/json", "", null],
  ])("%s: %s", (contentType, text, value) => {
    expect(parseBody(bytes(text), contentType)).toEqual({ ok: true, value });
  });

  test.each([
    ["text/plain; charset=iso-8859-1", "fc80", "ü€"],
    [`${FORM}; charset=windows-1252`, "613dfc", { a: "ü" }],
    ["text/plain; charset=utf-16", "feff00fc", "ü"],
    ["application/json; charset=utf-16le", "5b0031005d00", [1]],
    ["text/xml; charset=iso-8859-1", "3c613efc3c2f613e", { a: "ü" }],
    ["text/xml", "fffe3c0061002f003e00", { a: "" }],
  ])("%s: the bytes %s", (contentType, hex, value) => {
    expect(parseBody(Buffer.from(hex, "hex"), contentType)).toEqual({ ok: true, value });
  });

  test("what calls itself JSON, XML or a form with files and is none is refused; bytes that are no text are null", () => {
    expect(parseBody(bytes("{"), "application/json")).toMatchObject({ ok: false });
    expect(parseBody(Uint8Array.of(0xff), "application/json")).toMatchObject({ ok: false });
    expect(parseBody(Uint8Array.of(0xff), "application/json; charset=utf-16")).toMatchObject({ ok: false });
    expect(parseBody(bytes("<a>"), "text/xml")).toMatchObject({ ok: false });
    expect(parseBody(Uint8Array.of(0xff), "text/xml")).toMatchObject({ ok: false });
    expect(parseBody(bytes("--b--"), "multipart/form-data")).toMatchObject({ ok: false });
    expect(parseBody(Uint8Array.of(0xff), "text/plain")).toEqual({ ok: true, value: null });
  });

  test("no body is no mistake, whatever it is said to be", () => {
    for (const type of ["application/json", "text/xml", "multipart/form-data"]) {
      expect(parseBody(new Uint8Array(), type)).toEqual({ ok: true, value: null });
    }
  });

  test("no bytes and no content type make it throw", () => {
    const charsets = fc.constantFrom("", "; charset=utf-16", "; charset=iso-8859-1", "; charset=x");
    const types = fc.constantFrom(
      "application/json",
      FORM,
      "text/plain",
      "",
      "multipart/form-data; boundary=x",
      XML,
      "💥",
    );
    fc.assert(
      fc.property(bodies, types, charsets, (body, type, charset) => {
        expect(typeof parseBody(body, type + charset).ok).toBe("boolean");
        expect(checkBody(body, type + charset).ok).toBe(parseBody(body, type + charset).ok);
      }),
      { numRuns: 2_000 },
    );
  });
});
