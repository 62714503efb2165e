import { expect, test } from "vitest";
import { hiderOf } from "@/lib/services/hide-secrets";

const secret = 'p "ss&wörd!';
const hide = hiderOf({
  credentials: { password: secret, pin: "12345", user: "doorbell" },
  secretKeys: new Set(["password", "pin"]),
});

test.each([
  ["as it is", secret],
  ["in an address", encodeURIComponent(secret)],
  ["in a form", new URLSearchParams({ a: secret }).toString().slice(2)],
  ["in JSON", JSON.stringify(secret).slice(1, -1)],
])("a secret is taken out of a text %s", (_, written) => {
  expect(hide(`before ${written} after`)).toBe("before •••• after");
});

test("what is no secret stays, and so does what is too short to be told from anything else", () => {
  expect(hide("doorbell 12345")).toBe("doorbell 12345");
});
