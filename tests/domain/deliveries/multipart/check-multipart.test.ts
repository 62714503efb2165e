import { describe, expect, test } from "vitest";
import { checkMultipart } from "@/lib/domain/deliveries/multipart/check-multipart";

type Sent = { name: string; file?: string; type?: string; content: string | Uint8Array };

function read(...parts: Sent[]) {
  const pieces = parts.flatMap(({ name, file, type, content }) => [
    `--b\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? "" : `; filename="${file}"`}\r\n`,
    `${type ? `Content-Type: ${type}\r\n` : ""}\r\n`,
    content,
    "\r\n",
  ]);
  const bytes = Buffer.concat([...pieces, "--b--\r\n"].map((piece) => Buffer.from(piece)));
  const checked = checkMultipart(bytes, 'multipart/form-data; boundary="b"');
  return checked.ok ? checked.read() : checked.message;
}

test("fields are text, those that come several times lists, and none is named __proto__", () => {
  const fields = [
    { name: "a", content: "1.10" },
    { name: "b", content: "x" },
    { name: "b", content: "ü", type: "text/plain" },
    { name: "__proto__", content: "x" },
  ];
  expect(read(...fields)).toEqual({ a: "1.10", b: ["x", "ü"] });
});

test("a field's text is in the charset that it says; what is no text becomes �", () => {
  const content = Uint8Array.of(0xfc);
  expect(read({ name: "a", content, type: "text/plain; charset=iso-8859-1" })).toEqual({ a: "ü" });
  expect(read({ name: "a", content })).toEqual({ a: "\uFFFD" });
});

describe("a file", () => {
  const bytes = (length: number) => Uint8Array.from({ length }, (_, at) => at % 256);

  test.each([0, 1, 8_192, 65_536])("of %i bytes comes with them", (size) => {
    expect(read({ name: "f", file: "a.bin", content: bytes(size) })).toEqual({
      f: {
        filename: "a.bin",
        contentType: "application/octet-stream",
        size,
        base64: Buffer.from(bytes(size)).toString("base64"),
      },
    });
  });

  test("that is larger is named and measured", () => {
    expect(read({ name: "f", file: "a.png", type: "image/png", content: bytes(65_537) })).toEqual({
      f: { filename: "a.png", contentType: "image/png", size: 65_537, base64: null },
    });
  });
});

describe("JSON in the only field that is no file", () => {
  const file = { name: "thumb", file: "t.jpg", content: "x" };
  const thumb = { filename: "t.jpg", contentType: "application/octet-stream", size: 1, base64: "eA==" };

  test.each(["payload", "json"])("named %s is the body", (name) => {
    expect(read({ name, content: '{"event":"play"}' })).toEqual({ event: "play" });
    expect(read({ name, content: "[1]" })).toEqual([1]);
  });

  test("stands at the same place when files come with it, and keeps its own keys", () => {
    expect(read({ name: "payload", content: '{"event":"play"}' }, file)).toEqual({ event: "play", thumb });
    expect(read({ name: "payload", content: '{"thumb":1}' }, file)).toEqual({ thumb: 1 });
    expect(read({ name: "payload", content: "[1]" }, file)).toEqual({ payload: "[1]", thumb });
    expect(read({ name: "payload", content: "1.10" }, file)).toEqual({ payload: "1.10", thumb });
  });

  test("stays text beside others, under another name, in a file, and when it is none", () => {
    expect(read({ name: "payload", content: "{}" }, { name: "a", content: "1" })).toEqual({ payload: "{}", a: "1" });
    expect(read({ name: "data", content: "{}" })).toEqual({ data: "{}" });
    expect(read({ name: "payload", content: "{" })).toEqual({ payload: "{" });
    expect(read({ name: "payload", file: "p.json", content: "{}" })).toMatchObject({ payload: { size: 2 } });
  });
});

test.each([
  ["multipart/form-data", "names no boundary"],
  ["multipart/form-data; boundary=", "names no boundary"],
  [`multipart/form-data; boundary=${"b".repeat(71)}`, "names no boundary"],
  ["multipart/form-data; boundary=ü", "names no boundary"],
  ["multipart/form-data; boundary=c", "its boundary is not in it"],
  ["multipart/form-data; boundary=b", "a part has no name"],
])("%s is refused, since %s", (contentType, message) => {
  const bytes = Buffer.from("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--");
  expect(checkMultipart(bytes, contentType)).toEqual({ ok: false, message: expect.stringContaining(message) });
});

test("what a browser's FormData sends is read", async () => {
  const form = new FormData();
  form.append('quo"te', "line\r\nbreak");
  form.append("file", new Blob(["x"], { type: "text/csv" }), "ü.csv");
  const request = new Request("http://doorbell.test", { method: "POST", body: form });
  const checked = checkMultipart(
    new Uint8Array(await request.arrayBuffer()),
    request.headers.get("content-type") ?? "",
  );
  expect(checked.ok && checked.read()).toEqual({
    'quo"te': "line\r\nbreak",
    file: { filename: "ü.csv", contentType: "text/csv", size: 1, base64: "eA==" },
  });
});
