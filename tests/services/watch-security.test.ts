import { expect, test } from "vitest";
import { listSecurityEvents } from "@/lib/services/list-security-events";
import { openEndpoint } from "../support/open-endpoint";
import { ring, signedPush } from "../support/ring";
import { provideTestDatabase } from "../support/test-workspace";
import { waitFor } from "../support/wait-for";

provideTestDatabase();

test("failed proofs from one address are one event with a count, and a proven new address is another", async () => {
  const { actor, url, id, secret } = await openEndpoint({}, "github");
  for (let n = 0; n < 3; n++) await ring({ url, address: "198.51.100.7" });
  await ring({ url, address: "192.0.2.1", headers: signedPush(secret, "{}") });
  await ring({ url, address: "192.0.2.99", headers: signedPush(secret, "{}") });
  const items = await waitFor(async () => {
    const found = await listSecurityEvents(actor, { limit: 10, endpoint: id });
    return found.items.length === 2 ? found.items : undefined;
  });
  expect(new Set(items.map(({ kind, address, count }) => `${kind} ${address} ${count}`))).toEqual(
    new Set(["not_verified 198.51.100.7 3", "new_address 192.0.2.99 1"]),
  );
  expect((await listSecurityEvents(actor, { limit: 10, kind: "new_address" })).items).toHaveLength(1);
});
