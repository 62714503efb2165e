import { expect, test } from "vitest";
import { canProcess, remedyOf } from "@/components/deliveries/remedy/remedy-of";

const REFUSED = {
  verdict: "rejected",
  reason: null,
  address: "192.0.2.7",
  method: "PUT",
  contentType: "Text/Plain; charset=utf-8",
  headers: [{ name: "Content-Length", value: "3000000" }],
} as const;

type Case = [reason: string, options: Record<string, unknown>, action: string, change: Record<string, unknown>];

test.each<Case>([
  [
    "address_not_allowed",
    { allowedAddresses: ["10.0.0.0/8"] },
    "Add this address to the list",
    { allowedAddresses: ["10.0.0.0/8", "192.0.2.7"] },
  ],
  ["method_not_allowed", {}, "Allow PUT", { methods: ["POST", "PUT"] }],
  ["method_not_allowed", { methods: ["GET"] }, "Allow PUT", { methods: ["GET", "PUT"] }],
  [
    "unsupported_type",
    { contentTypes: ["application/json"] },
    "Take this content type",
    { contentTypes: ["application/json", "text/plain"] },
  ],
  ["too_large", {}, "Raise the size limit", { bytesMax: 3_145_728 }],
  ["too_large", { bytesMax: 4_194_304 }, "Raise the size limit", { bytesMax: 8_388_608 }],
])("%s with %j is put right by “%s”", (...[reason, options, action, change]: Case) => {
  const remedy = remedyOf({ ...REFUSED, headers: [...REFUSED.headers], reason }, options, ["POST"]);
  expect(remedy?.action).toBe(action);
  expect(remedy?.change(options)).toEqual(change);
});

test.each([
  ["not_verified", {}],
  ["unsupported_type", {}],
  ["too_large", { bytesMax: 26_214_400 }],
])("no setting lets in what was refused as %s with %j", (reason, options) => {
  expect(remedyOf({ ...REFUSED, headers: [...REFUSED.headers], reason }, options, ["POST"])).toBeUndefined();
});

test("what was refused or is held can be let in late, unless its bytes are gone", () => {
  expect(canProcess({ verdict: "held", reason: null })).toBe(true);
  expect(canProcess({ verdict: "rejected", reason: "not_verified" })).toBe(true);
  expect(canProcess({ verdict: "rejected", reason: "too_large" })).toBe(false);
  expect(canProcess({ verdict: "accepted", reason: null })).toBe(false);
});
