import { randomBytes } from "node:crypto";
import { brotliCompressSync as brotli, constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decompress } from "@/lib/platform/decompress";

/** Quick rather than small: the tests are about what comes out. */
const brotliCompressSync = (bytes: Buffer) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } });

const MIB = 1_048_576;
const TEXT = Buffer.from('{"price":1.10,"name":"Zoë"}');
const NOISE = randomBytes(300_000);

const PACKERS = [
  ["gzip", gzipSync],
  ["x-gzip", gzipSync],
  [" GZIP ", gzipSync],
  ["deflate", deflateSync],
  ["deflate", deflateRawSync],
  ["br", brotliCompressSync],
  ["identity", (bytes: Buffer) => bytes],
  ["", (bytes: Buffer) => bytes],
  ["gzip, br", (bytes: Buffer) => brotliCompressSync(gzipSync(bytes))],
  ["deflate,identity , gzip,br", (bytes: Buffer) => brotliCompressSync(gzipSync(deflateRawSync(bytes)))],
] as const;

const failed = (reason: string) => ({ ok: false, reason });

describe.each(PACKERS)("“%s”", (coding, pack) => {
  test.each([
    ["a little", TEXT],
    ["what no compression makes smaller", NOISE],
    ["much in a little", Buffer.alloc(900_000)],
    ["nearly as much as is allowed", randomBytes(MIB - 2_000)],
  ])("%s comes out as it went in", async (_, bytes) => {
    const unpacked = await decompress(pack(bytes), coding, MIB);
    expect(unpacked.ok && Buffer.compare(unpacked.bytes, bytes)).toBe(0);
  });

  test("one byte more than allowed is too large", async () => {
    for (const bytes of [TEXT, NOISE]) {
      expect(await decompress(pack(bytes), coding, bytes.length - 1)).toEqual(failed("too_large"));
    }
  });

  test("no bytes are no bytes, whatever they are said to be", async () => {
    expect(await decompress(new Uint8Array(), coding, 0)).toEqual({ ok: true, bytes: new Uint8Array() });
  });
});

describe.each(PACKERS.filter(([coding]) => !/^(identity)?$/.test(coding)))("“%s” that is damaged", (coding, pack) => {
  test.each([
    ["a little", TEXT],
    ["much", NOISE],
  ])("%s that is cut, or goes on after its end, is malformed", async (_, bytes) => {
    const packed = pack(bytes);
    for (const length of [1, Math.floor(packed.length / 2), packed.length - 1]) {
      expect(await decompress(packed.subarray(0, length), coding, MIB)).toEqual(failed("malformed"));
    }
    expect(await decompress(Buffer.concat([packed, Buffer.from("more")]), coding, MIB)).toEqual(failed("malformed"));
  });
});

test("zeros may pad the end, and gzip may come in several members", async () => {
  const padded = Buffer.concat([gzipSync(TEXT), gzipSync(TEXT), Buffer.alloc(512)]);
  expect(await decompress(padded, "gzip", MIB)).toEqual({ ok: true, bytes: Buffer.concat([TEXT, TEXT]) });
});

test("what is not compressed in the way it says is malformed", async () => {
  expect(await decompress(TEXT, "gzip", MIB)).toEqual(failed("malformed"));
  expect(await decompress(gzipSync(TEXT), "br", MIB)).toEqual(failed("malformed"));
  expect(await decompress(brotliCompressSync(TEXT), "deflate", MIB)).toEqual(failed("malformed"));
  expect(await decompress(gzipSync(TEXT), "br, gzip", MIB)).toEqual(failed("malformed"));
});

test.each([
  "zstd",
  "compress",
  "gzip;q=1",
  "gzip gzip",
  "gzip, gzip, gzip, gzip",
  "gzip, aws-chunked",
  "💥",
  "__proto__",
])("“%s” is not supported", async (coding) => {
  expect(await decompress(gzipSync(TEXT), coding, MIB)).toEqual(failed("unsupported"));
});

describe("bombs", () => {
  const zeros = gzipSync(Buffer.alloc(64 * MIB));

  test("64 MiB of zeros are not unpacked, and take no such memory", async () => {
    const before = process.memoryUsage().arrayBuffers;
    for (let round = 0; round < 20; round++) {
      expect(await decompress(zeros, "gzip", MIB)).toEqual(failed("too_large"));
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * MIB);
  });

  test("1 MiB of zeros that is compressed three times is unpacked where so much is allowed, and no byte beyond", async () => {
    const bomb = gzipSync(gzipSync(gzipSync(Buffer.alloc(MIB))));
    expect(bomb.length).toBeLessThan(200);
    expect(await decompress(bomb, "gzip, gzip, gzip", MIB)).toMatchObject({ ok: true, bytes: { length: MIB } });
    expect(await decompress(bomb, "gzip, gzip, gzip", MIB - 1)).toEqual(failed("too_large"));
  });

  test("64 MiB within two more layers stop at the layer that grows", async () => {
    const bomb = brotliCompressSync(gzipSync(zeros));
    expect(await decompress(bomb, "gzip, gzip, br", MIB)).toEqual(failed("too_large"));
  });

  test("a claim of 10 GB costs nothing until the bytes come", async () => {
    const claim = gzipSync(TEXT);
    claim.writeUInt32LE(10_000_000_000 % 2 ** 32, claim.length - 4);
    expect(await decompress(claim, "gzip", 10_000_000_000)).toEqual(failed("malformed"));
    // Brotli's header says how large a window it wants: the largest there is.
    const wide = brotli(TEXT, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } });
    expect(await decompress(wide, "br", MIB)).toMatchObject({ ok: true });
  });
});

test("no bytes make it throw, and none come out beyond the limit", async () => {
  const codings = fc.constantFrom("gzip", "deflate", "br", "gzip, br", "deflate, deflate", "identity");
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), codings, fc.nat(400), async (bytes, coding, bytesMax) => {
      const unpacked = await decompress(bytes, coding, bytesMax);
      if (unpacked.ok) expect(unpacked.bytes.length).toBeLessThanOrEqual(bytesMax);
    }),
    { numRuns: 2_000 },
  );
});
