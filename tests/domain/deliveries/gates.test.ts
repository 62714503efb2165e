import { expect, test } from "vitest";
import { type Arrival, type GateOptions, passGates } from "@/lib/domain/deliveries/gates";
import { parseNetwork } from "@/lib/domain/networks";

const OPTIONS: GateOptions = { methods: ["POST"], allowedNetworks: [] };
const ARRIVAL: Arrival = {
  method: "POST",
  address: "192.0.2.1",
  isHttps: false,
  mediaType: "application/json",
  bodyBytes: 10,
};
const only = (text: string) => [parseNetwork(text)].filter((network) => network !== undefined);

type Case = [what: string, asked: Partial<GateOptions> & { came?: Partial<Arrival> }, refused: string | undefined];

test.each<Case>([
  ["nothing asked for", {}, undefined],
  ["https asked for, http came", { requireHttps: true }, "https_required"],
  ["https asked for and came", { requireHttps: true, came: { isHttps: true } }, undefined],
  ["an address on the list", { allowedNetworks: only("192.0.2.0/24") }, undefined],
  ["an address that is not", { allowedNetworks: only("10.0.0.0/8") }, "address_not_allowed"],
  ["no address known", { allowedNetworks: only("10.0.0.0/8"), came: { address: "" } }, "address_not_allowed"],
  ["another method", { came: { method: "PUT" } }, "method_not_allowed"],
  ["one of several methods", { methods: ["POST", "PUT"], came: { method: "PUT" } }, undefined],
  ["too many bytes", { bytesMax: 5, came: { bodyBytes: null } }, "too_large"],
  ["a type that is taken", { contentTypes: ["application/json"] }, undefined],
  ["a class of types", { contentTypes: ["text/*"], came: { mediaType: "text/csv" } }, undefined],
  ["a type that is not taken", { contentTypes: ["text/*"] }, "unsupported_type"],
  ["no type where one is asked for", { contentTypes: ["text/*"], came: { mediaType: "" } }, "unsupported_type"],
  ["no body, so no type", { contentTypes: ["text/*"], came: { mediaType: "", bodyBytes: 0 } }, undefined],
])("%s", (_, { came = {}, ...options }, refused) => {
  const gates = passGates({ ...OPTIONS, ...options }, { ...ARRIVAL, ...came });
  expect(gates.at(-1)?.refusal?.code).toBe(refused);
  expect(gates.filter(({ check }) => !check.ok)).toHaveLength(refused ? 1 : 0);
});

test("the first refusal ends it, so that a stranger learns nothing of what comes after", () => {
  const options = { ...OPTIONS, requireHttps: true, allowedNetworks: only("10.0.0.0/8") };
  expect(passGates(options, { ...ARRIVAL, method: "PUT" }).map(({ check }) => check.name)).toEqual(["https"]);
});
