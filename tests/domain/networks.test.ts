import { expect, test } from "vitest";
import { isInNetworks, parseNetwork } from "@/lib/domain/networks";

const networks = (texts: string[]) => texts.map(parseNetwork).filter((network) => network !== undefined);

test.each([
  ["10.1.2.3", ["10.0.0.0/8"], true],
  ["11.1.2.3", ["10.0.0.0/8"], false],
  ["::ffff:10.1.2.3", ["10.0.0.0/8"], true],
  ["192.0.2.7", ["192.0.2.7"], true],
  ["192.0.2.8", ["192.0.2.7"], false],
  ["2001:db8::1", ["2001:db8::/32"], true],
  ["2001:db9::1", ["2001:db8::/32"], false],
  ["192.0.2.1", ["2001:db8::/32", "192.0.2.0/24"], true],
  ["192.0.2.1", [], false],
  ["", ["0.0.0.0/0", "::/0"], false],
  ["unknown", ["0.0.0.0/0"], false],
])("%s in %j: %s", (address, texts, isIn) => {
  expect(isInNetworks(address, networks(texts))).toBe(isIn);
});

test.each(["10.1", "10.0.0.0/33", "example.com", "", "10.0.0.0/", "1.2.3.4/x", "::/129"])(
  "%j is no network",
  (text) => {
    expect(parseNetwork(text)).toBeUndefined();
  },
);
