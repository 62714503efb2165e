import { expect, test } from "vitest";
import { openEndpoint } from "../support/open-endpoint";
import { provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

test.each([
  [{ methods: [] }],
  [{ allowedAddresses: ["10.1"] }],
  [{ bytesMax: 0 }],
  [{ rate: { perMinute: 0 } }],
  [{ token: { header: "x" } }],
  [{ clientCertificate: {} }],
  [{ unheardOf: 1 }],
])("the options %j are refused with the place that is wrong", async (options) => {
  await expect(openEndpoint(options)).rejects.toMatchObject({
    code: "invalid_input",
    problems: [{ path: expect.stringMatching(/^options/) }],
  });
});
