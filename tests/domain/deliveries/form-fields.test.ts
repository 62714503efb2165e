import fc from "fast-check";
import { expect, test } from "vitest";
import { formFields } from "@/lib/domain/deliveries/form-fields";

const bytes = (text: string) => new TextEncoder().encode(text);

test("fields come in their order, several of one name too", () => {
  expect(formFields(bytes("b=1&a=%C3%A9+x&b="), "Application/X-WWW-Form-Urlencoded; charset=utf-8")).toEqual([
    ["b", "1"],
    ["a", "é x"],
    ["b", ""],
  ]);
});

test("multipart gives its text, line ends and all, and leaves files out", () => {
  const body = [
    "A preamble that nobody reads.",
    "--a b",
    'Content-Disposition: form-data; name="json"',
    "Content-Type: application/json",
    "",
    '{"é":\r\n1}',
    "--a b",
    'content-disposition: form-data; name="scan"; filename="a.pdf"',
    "",
    "%PDF",
    "--a b",
    'Content-Disposition: form-data; filename="no name"',
    "",
    "",
    "--a b--",
    "",
  ].join("\r\n");
  const type = 'multipart/form-data; boundary="a b"';
  expect(formFields(bytes(body), type)).toEqual([["json", '{"é":\r\n1}']]);
  expect(formFields(Uint8Array.of(...bytes(body), 0xff), type)).toHaveLength(1);
});

test.each(["multipart/form-data", "application/json", "", "multipart/form-data; boundary="])(
  "%j is no form that can be read",
  (type) => {
    expect(formFields(bytes('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--'), type)).toEqual([]);
  },
);

test("no bytes make it throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (body) => {
      expect(Array.isArray(formFields(body, "multipart/form-data; boundary=-"))).toBe(true);
    }),
  );
});
