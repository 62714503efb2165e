import { expect, test } from "vitest";
import { open, seal } from "@/lib/platform/cipher";

process.env["DOORBELL_MASTER_KEY"] = Buffer.alloc(32, 7).toString("base64");

const BINDING = { workspaceId: "wsp_1", purpose: "signing-secret", id: "sec_1" };

test("what was sealed opens again, texts of any script included", () => {
  for (const plain of ["", "whsec_Ünïcödé ✓", "x".repeat(10_000)])
    expect(open(seal(plain, BINDING), BINDING)).toBe(plain);
});

test("sealing the same twice gives different bytes, and none of the plain ones", () => {
  const [one, other] = [seal("whsec_same", BINDING), seal("whsec_same", BINDING)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
  expect(Buffer.from(one).includes("whsec_same")).toBe(false);
});

test.each([
  ["another workspace", { ...BINDING, workspaceId: "wsp_2" }],
  ["another use", { ...BINDING, purpose: "endpoint-token" }],
  ["another row", { ...BINDING, id: "sec_2" }],
  ["parts that only join to the same text", { workspaceId: "wsp_1", purpose: "signing", id: "-secretsec_1" }],
])("a sealed value that was moved to %s does not open", (_, elsewhere) => {
  const sealed = seal("whsec_1", BINDING);
  expect(() => open(sealed, elsewhere)).toThrow();
});

test("a sealed value of which any bit was changed, or that was cut, does not open", () => {
  const sealed = seal("whsec_1", BINDING);
  for (const at of sealed.keys()) {
    const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
    expect(() => open(changed, BINDING)).toThrow();
  }
  for (let length = 0; length < sealed.length; length++) expect(() => open(sealed.slice(0, length), BINDING)).toThrow();
});

test("a value sealed with another master key says so", () => {
  const sealed = seal("whsec_1", BINDING);
  sealed.set([1, 2, 3, 4]);
  expect(() => open(sealed, BINDING)).toThrow(/another master key/);
});

test("a value of before there were several keys opens", () => {
  const sealed = Buffer.from(
    "96a8f33c2912a40428239149b5efe868f4b3deea096a62c018476e67ec2b567eb2c0c657dc1b8c840e386f8a",
    "hex",
  );
  expect(open(sealed, BINDING)).toBe("whsec_before");
});
