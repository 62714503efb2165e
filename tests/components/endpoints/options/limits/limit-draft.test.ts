import { expect, test } from "vitest";
import { limitChanges, limitDraftOf } from "@/components/endpoints/options/limits/limit-draft";
import { EndpointOptions } from "@/lib/domain/endpoints/endpoint-options";

const USUAL = ["POST"];

const EVERYTHING = {
  requireHttps: true,
  methods: ["POST", "PUT"],
  allowedAddresses: ["10.0.0.0/8", "192.0.2.7"],
  bytesMax: 524_288,
  contentTypes: ["application/json", "text/*"],
  rate: { perMinute: 60, burst: 10 },
  unverifiedRate: { perMinute: 5 },
  expiresAt: "2027-01-02T03:04:00.000Z",
  deliveriesMax: 1_000,
  token: { header: "x-token" },
  clientCertificate: { header: "client-cert", fingerprints: ["a".repeat(64)] },
};

/** The changes as they reach the API: JSON knows no undefined. */
const sent = (draft: Parameters<typeof limitChanges>[0]) => JSON.parse(JSON.stringify(limitChanges(draft, USUAL)));

test("what the form was not touched for is sent as it came", () => {
  expect(sent(limitDraftOf(EVERYTHING, USUAL))).toEqual(EVERYTHING);
  expect(EndpointOptions.safeParse(EVERYTHING).success).toBe(true);
});

test("an endpoint without limits has none after saving either", () => {
  expect(sent(limitDraftOf({}, USUAL))).toEqual({});
});

test("the methods that a source rings with need not be said", () => {
  const usual = ["GET", "POST"];
  expect(limitDraftOf({}, usual).methods).toEqual(usual);
  expect(JSON.parse(JSON.stringify(limitChanges(limitDraftOf({}, usual), usual)))).toEqual({});
});

test("options of other screens do not keep the limits from being read", () => {
  expect(limitDraftOf({ ...EVERYTHING, audience: "https://bell.example", dedupe: {} }, USUAL).size).toBe("512");
});

test("a size is told in the unit that needs no fraction", () => {
  const told = [1_048_576, 2_048, 1_500].map((bytesMax) => limitDraftOf({ bytesMax }, USUAL));
  expect(told.map(({ size, sizeUnit }) => `${size} ${sizeUnit}`)).toEqual(["1 MiB", "2 KiB", "1500 B"]);
});

test("lists may be written one a line or with commas, and a new token is sent once", () => {
  const draft = {
    ...limitDraftOf({}, USUAL),
    addresses: "10.0.0.1, 10.0.0.2\n\n10.0.0.3 ",
    tokenHeader: "x-token",
    tokenValue: "s",
  };
  expect(sent(draft)).toEqual({
    allowedAddresses: ["10.0.0.1", "10.0.0.2", "10.0.0.3"],
    token: { header: "x-token", value: "s" },
  });
});
