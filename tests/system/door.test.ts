import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { callApi, makeEndpoint, readBytes } from "../support/api";
import { provideDoors, WAYS_IN } from "../support/doors";
import { sendRaw } from "../support/raw-http";
import { signedPush } from "../support/ring";
import { ringHttp } from "../support/ring-http";

const doors = provideDoors();
const PUSH = '{\n  "ref": "refs/heads/main",\n  "n": 1.10\n}';
const JSON_HEADERS = { "content-type": "application/json", "cache-control": "no-store" };

let open: Awaited<ReturnType<typeof makeEndpoint>>;
let github: Awaited<ReturnType<typeof makeEndpoint>>;
beforeAll(async () => {
  open = await makeEndpoint(doors.api());
  github = await makeEndpoint(doors.api(), "github");
});

const readDelivery = async (id = "") => (await callApi(doors.api(), `GET /deliveries/${id}`)).body;

describe.each(WAYS_IN)("through %s", (way) => {
  const base = () => doors.app(way).url;

  test("what is accepted is answered with 202, and with where to look it up", async () => {
    const { status, headers, body } = await ringHttp(base() + open.path, { body: PUSH });
    expect(status).toBe(202);
    expect(headers).toMatchObject(JSON_HEADERS);
    expect(body).toEqual({ delivery: expect.stringMatching(/^dlv_/), verdict: "accepted" });
    expect(await readDelivery(body.delivery)).toMatchObject({ verdict: "accepted", status: 202, method: "POST" });
  });

  test("the same event again is answered with 200, as a duplicate", async () => {
    const headers = signedPush(github.secret, PUSH, randomUUID());
    expect(await ringHttp(base() + github.path, { body: PUSH, headers })).toMatchObject({ status: 202 });
    const again = await ringHttp(base() + github.path, { body: PUSH, headers });
    expect(again).toMatchObject({ status: 200, headers: JSON_HEADERS, body: { verdict: "duplicate" } });
    expect(again.body.delivery).toMatch(/^dlv_/);
  });

  test("unknown, deleted and disabled addresses are answered with the same 404", async () => {
    const deleted = await makeEndpoint(doors.api());
    const disabled = await makeEndpoint(doors.api());
    // Once rung, an endpoint is known to the process.
    for (const { path } of [deleted, disabled]) expect((await ringHttp(base() + path)).status).toBe(202);
    expect((await callApi(doors.api(), `DELETE /endpoints/${deleted.id}`)).status).toBe(204);
    expect((await callApi(doors.api(), `PATCH /endpoints/${disabled.id}`, { status: "disabled" })).status).toBe(200);

    const unknown = [`/api/hooks/${randomBytes(24).toString("base64url")}`, `/api/hooks/${"x".repeat(5_000)}`];
    for (const path of [...unknown, deleted.path, disabled.path, `${disabled.path}/more`]) {
      const answer = await ringHttp(base() + path, { body: PUSH });
      expect(answer).toMatchObject({ status: 404, headers: JSON_HEADERS });
      expect(answer.body).toEqual({ error: "There is no endpoint at this address.", code: "unknown_endpoint" });
    }
  });

  test.each(["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])(
    "%s is answered with 405 and Allow",
    async (method) => {
      const { status, headers, body } = await ringHttp(base() + open.path, { method });
      expect(status).toBe(405);
      expect(headers).toMatchObject({ ...JSON_HEADERS, allow: "POST" });
      if (method !== "HEAD") expect(body).toMatchObject({ code: "method_not_allowed", delivery: expect.any(String) });
    },
  );

  test("a signature that is missing, wrong or of another body is answered with 401, and only the log says why", async () => {
    const wrong = [
      {},
      { "x-hub-signature-256": "sha256=00" },
      signedPush(github.secret, "{}"),
      signedPush("other", PUSH),
    ];
    for (const headers of wrong) {
      const { status, headers: answered, body } = await ringHttp(base() + github.path, { body: PUSH, headers });
      expect(status).toBe(401);
      expect(answered).toMatchObject(JSON_HEADERS);
      expect(body).toMatchObject({ code: "not_verified", error: "The sender could not be verified." });
      const delivery = await readDelivery(body.delivery);
      expect(delivery).toMatchObject({ verdict: "rejected", reason: "not_verified", runs: [] });
      expect(delivery).toMatchObject({
        checks: expect.arrayContaining([expect.objectContaining({ name: "signature", ok: false })]),
      });
    }
  });

  test.each([
    ["cut short", '{"a": 1'],
    ["followed by more", '{"a": 1} x'],
    ["with NUL", '{"a": \u0000}'],
    ["nested too deep", "[".repeat(500_000)],
    ["without end", '"'.padEnd(100_000, "\\")],
    ["that is no UTF-8", Buffer.from([0x22, 0xff, 0xfe, 0x22])],
  ])("JSON %s is answered with 400, and kept as it came", async (_, sent) => {
    const { status, headers, body } = await ringHttp(base() + open.path, { body: sent });
    expect(status).toBe(400);
    expect(headers).toMatchObject(JSON_HEADERS);
    expect(body).toMatchObject({ code: "malformed_body", error: expect.any(String) });
    expect(Buffer.compare(await readBytes(doors.api(), body.delivery ?? ""), Buffer.from(sent))).toBe(0);
  });

  test.each([1_048_577, 3_000_000, 30_000_000])("a body of %i bytes is answered with 413", async (length) => {
    for (const headers of [{ "content-length": String(length) }, { "transfer-encoding": "chunked" }]) {
      const answer = await ringHttp(base() + open.path, { headers, body: Buffer.alloc(length, 32) });
      expect(answer).toMatchObject({ status: 413, headers: JSON_HEADERS, body: { code: "too_large" } });
    }
  });

  test("a sender that first writes all of a body that is too large, and then looks for the answer, finds it", async () => {
    const length = 3_000_000;
    for (const path of [open.path, "/api/hooks/nobody"]) {
      const head = `POST ${path} HTTP/1.1\r\nHost: doorbell.test\r\nContent-Length: ${length}\r\n\r\n`;
      const answers = await sendRaw(doors.app(way).port, [head, Buffer.alloc(length)], { answers: 1, isPatient: true });
      expect(answers).toMatchObject([{ status: path === open.path ? 413 : 404 }]);
    }
  });

  test("a large body for nobody is answered with 404", async () => {
    const answer = await ringHttp(`${base()}/api/hooks/nobody`, { body: Buffer.alloc(5_000_000) });
    expect(answer).toMatchObject({ status: 404, body: { code: "unknown_endpoint" } });
  });

  test.each(["zstd", "compress, gzip"])("a body that calls itself %s is answered with 415", async (encoding) => {
    const answer = await ringHttp(base() + open.path, { headers: { "content-encoding": encoding }, body: PUSH });
    expect(answer).toMatchObject({ status: 415, headers: JSON_HEADERS, body: { code: "unsupported_type" } });
  });
});
