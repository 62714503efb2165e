import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openEndpoint } from "../support/open-endpoint";
import { ring } from "../support/ring";
import { provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

test("an endpoint answers what it is told to, filled in from the delivery, and never as a page", async () => {
  const answer = { status: 200, contentType: "application/json", body: '{"got": {{ trigger.body.order | json }}}' };
  const { url } = await openEndpoint({ answer });
  const { status, headers, body } = await ring({ url, body: '{"order":"a\\"b"}' });
  expect({ status, body }).toEqual({ status: 200, body: '{"got": "a\\"b"}' });
  expect(headers["content-type"]).toBe("application/json");
  await expect(openEndpoint({ answer: { ...answer, contentType: "text/html" } })).rejects.toMatchObject({
    code: "invalid_input",
  });
});

test("an endpoint's own answer reads a compressed body as it was before", async () => {
  const { url } = await openEndpoint({ answer: { status: 200, body: '{"got": {{ trigger.body.order | json }}}' } });
  const headers = { "content-encoding": "gzip" };
  expect(await ring({ url, body: gzipSync('{"order":7}'), headers })).toMatchObject({ body: '{"got": 7}' });
});
