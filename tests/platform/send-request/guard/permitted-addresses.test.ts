import { describe, expect, test } from "vitest";
import { parseAllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import { type Lookup, permittedAddresses, TargetRefused } from "@/lib/platform/send-request/guard/permitted-addresses";

function leadingTo(...addresses: string[]): Lookup {
  return async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
}

async function permitted(host: string, allowed: string[], lookup: Lookup): Promise<string[] | "refused"> {
  try {
    const answers = await permittedAddresses(host, parseAllowedTargets(allowed), lookup);
    return answers.map(({ address }) => address);
  } catch (error) {
    if (error instanceof TargetRefused) return "refused";
    throw error;
  }
}

const never: Lookup = async (hostname) => {
  throw new Error(`${hostname} was looked up`);
};

describe("a public name", () => {
  test("is dialled at all of its public addresses", async () => {
    expect(await permitted("desk.example", [], leadingTo("1.1.1.1", "2606:4700:4700::1111"))).toEqual([
      "1.1.1.1",
      "2606:4700:4700::1111",
    ]);
  });

  test.each([
    ["10.0.0.1"],
    ["1.1.1.1", "10.0.0.1"],
    ["10.0.0.1", "1.1.1.1"],
    ["2606:4700:4700::1111", "::1"],
    ["1.1.1.1", "1.0.0.1", "169.254.169.254"],
    ["1.1.1.1", "nonsense"],
  ])("is refused when one answer is not public: %s %s %s", async (...addresses) => {
    expect(await permitted("desk.example", [], leadingTo(...addresses))).toBe("refused");
  });

  test("may lead to an allowed private address, and to public ones beside it", async () => {
    const lookup = leadingTo("10.0.0.1", "1.1.1.1");
    expect(await permitted("desk.example", ["10.0.0.0/8"], lookup)).toEqual(["10.0.0.1", "1.1.1.1"]);
    expect(await permitted("desk.example", ["10.0.0.2"], lookup)).toBe("refused");
  });
});

describe("an internal name", () => {
  test("is not even looked up when no address is allowed", async () => {
    expect(await permitted("desk.internal", [], never)).toBe("refused");
    expect(await permitted("localhost", ["other.internal"], never)).toBe("refused");
  });

  test("is dialled only at its allowed addresses", async () => {
    expect(await permitted("localhost", ["127.0.0.1"], leadingTo("::1", "127.0.0.1"))).toEqual(["127.0.0.1"]);
    expect(await permitted("desk.internal", ["127.0.0.1"], leadingTo("1.1.1.1", "10.0.0.1"))).toBe("refused");
  });

  test("that is allowed by name may lead anywhere; others may not", async () => {
    expect(await permitted("desk.internal", ["desk.internal"], leadingTo("10.0.0.1", "::1"))).toEqual([
      "10.0.0.1",
      "::1",
    ]);
    expect(await permitted("safe.internal", ["desk.internal"], leadingTo("10.0.0.1"))).toBe("refused");
  });
});

test("an address is judged without a lookup", async () => {
  expect(await permitted("1.1.1.1", [], never)).toEqual(["1.1.1.1"]);
  expect(await permitted("127.0.0.1", ["127.0.0.1"], never)).toEqual(["127.0.0.1"]);
  expect(await permitted("127.0.0.1", ["127.0.0.2"], never)).toBe("refused");
  expect(await permitted("::ffff:127.0.0.1", [], never)).toBe("refused");
});

test("a lookup that fails, or finds nothing, is no permission", async () => {
  for (const allowed of [[], ["desk.example"]]) {
    await expect(permitted("desk.example", allowed, leadingTo())).rejects.toMatchObject({ code: "ENOTFOUND" });
  }
  await expect(permitted("desk.example", [], never)).rejects.toThrow("was looked up");
});
