import { expect, test } from "vitest";
import { clientAddress, isTrustedProxy, parseTrustedProxies } from "@/lib/platform/client-address";

const PROXIES = ["10.0.0.0/8", "192.0.2.7", "2001:db8:1::/48", "::1"];

test.for([
  // what happens, the peer, X-Forwarded-For, whose address it is
  ["a stranger's header is not believed", "203.0.113.9", "1.2.3.4", "203.0.113.9"],
  ["a proxy without the header is itself", "10.0.0.1", undefined, "10.0.0.1"],
  ["a proxy tells who it is for", "10.0.0.1", "198.51.100.1", "198.51.100.1"],
  ["what the client wrote on the left is not believed", "10.0.0.1", "1.1.1.1, 198.51.100.1", "198.51.100.1"],
  ["trusted hops are passed over", "10.0.0.1", "1.1.1.1, 198.51.100.1, 192.0.2.7, 10.9.9.9", "198.51.100.1"],
  ["a chain of nothing but proxies ends at its first", "10.0.0.1", "10.0.0.3,10.0.0.2", "10.0.0.3"],
  ["what is no address ends the walk", "10.0.0.1", "198.51.100.1, unknown", "10.0.0.1"],
  ["so does a number that only old parsers take for one", "10.0.0.1", "198.51.100.1, 0x7f000001", "10.0.0.1"],
  ["an empty header says nothing", "10.0.0.1", " , ", "10.0.0.1"],
  ["a port is left out", "10.0.0.1", "198.51.100.1:4711", "198.51.100.1"],
  ["so are an IPv6 address's brackets and port", "::1", "[2001:DB8:2:0::5]:443", "2001:db8:2::5"],
  ["IPv4 mapped into IPv6 is IPv4", "::ffff:10.0.0.1", "::ffff:198.51.100.1", "198.51.100.1"],
  ["an IPv6 proxy in its network", "2001:db8:1::9", "2001:db8:ffff::1", "2001:db8:ffff::1"],
  ["a socket that is gone has no address", "", "198.51.100.1", ""],
] as const)("%s", ([_, peer, forwardedFor, expected]) => {
  expect(clientAddress(peer, forwardedFor, PROXIES)).toBe(expected);
});

test("several headers are read as one list", () => {
  expect(clientAddress("10.0.0.1", ["1.1.1.1", "198.51.100.1, 10.0.0.2"], PROXIES)).toBe("198.51.100.1");
});

test("without proxies nobody is believed", () => {
  expect(clientAddress("10.0.0.1", "198.51.100.1", [])).toBe("10.0.0.1");
  expect(isTrustedProxy("127.0.0.1", [])).toBe(false);
});

test.each(["nginx", "10.0.0.0/33", "10.0.0"])("a setting that is no network is refused by name: %s", (text) => {
  expect(() => parseTrustedProxies([text])).toThrow(`TRUSTED_PROXIES: “${text}”`);
});
