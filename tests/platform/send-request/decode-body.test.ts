import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { decodeBody } from "@/lib/platform/send-request/decode-body";

const TEXT = Buffer.from("Somebody rang. ".repeat(20));

describe("one encoding is undone", () => {
  test.each([
    ["gzip", gzipSync(TEXT)],
    ["x-gzip", gzipSync(TEXT)],
    [" GZIP ", gzipSync(TEXT)],
    ["deflate", deflateSync(TEXT)],
    ["deflate", deflateRawSync(TEXT)],
    ["br", brotliCompressSync(TEXT)],
  ])("%j", async (encoding, raw) => {
    expect(await decodeBody(raw, encoding, 1_000)).toEqual({ body: TEXT, isCut: false });
  });
});

describe("stays as it came", () => {
  test.each([
    ["no encoding", undefined, TEXT],
    ["identity", "identity", TEXT],
    ["an unknown encoding", "zstd", TEXT],
    ["several encodings", "gzip, gzip", gzipSync(gzipSync(TEXT))],
    ["not what it says", "gzip", TEXT],
    ["not what it says", "br", Buffer.from([255, 255, 255, 255])],
    ["nothing", "gzip", Buffer.alloc(0)],
  ])("%s", async (_what, encoding, raw) => {
    expect(await decodeBody(raw, encoding, 1_000)).toEqual({ body: raw, isCut: false });
  });
});

test.each([
  ["gzip", gzipSync(Buffer.alloc(50_000_000))],
  ["br", brotliCompressSync(Buffer.alloc(50_000_000))],
])("a small %s body that unpacks to 50 MB is cut without unpacking it all", async (encoding, bomb) => {
  const before = process.memoryUsage().arrayBuffers;
  const { body, isCut } = await decodeBody(bomb, encoding, 1_000);
  expect(body.length).toBe(1_000);
  expect(isCut).toBe(true);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
});

test("a body that was cut on the way gives what was there", async () => {
  const { body } = await decodeBody(gzipSync(TEXT).subarray(0, 30), "gzip", 1_000);
  expect(TEXT.subarray(0, body.length)).toEqual(body);
  expect(body.length).toBeGreaterThan(0);
});
