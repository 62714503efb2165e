import { describe, expect, test } from "vitest";
import { isPublicAddress, parseAddress } from "@/lib/platform/send-request/guard/address-policy";

function isPublic(text: string): boolean {
  const address = parseAddress(text);
  if (!address) throw new Error(`${text} is no address`);
  return isPublicAddress(address);
}

describe("an address on the open internet is public", () => {
  test.each([
    "1.1.1.1",
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "168.63.129.15",
    "168.63.129.17",
    "169.253.255.255",
    "169.255.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.0.1.0",
    "192.167.255.255",
    "192.169.0.0",
    "198.17.255.255",
    "198.20.0.0",
    "203.0.112.255",
    "223.255.255.255",
    "2001:4860:4860::8888",
    "2606:4700:4700::1111",
    "2a00:1450:4001:81b::200e",
  ])("%s", (address) => expect(isPublic(address)).toBe(true));
});

describe("an address that leads inside, to nobody, to many or through IPv4 is not public", () => {
  test.each([
    ["this network", "0.0.0.0"],
    ["this network", "0.255.255.255"],
    ["private", "10.0.0.0"],
    ["private", "10.255.255.255"],
    ["private", "172.16.0.0"],
    ["private", "172.31.255.255"],
    ["private", "192.168.0.0"],
    ["private", "192.168.255.255"],
    ["carrier-grade NAT", "100.64.0.0"],
    ["carrier-grade NAT, Alibaba's metadata", "100.100.100.200"],
    ["carrier-grade NAT", "100.127.255.255"],
    ["loopback", "127.0.0.1"],
    ["loopback", "127.255.255.255"],
    ["link-local", "169.254.0.0"],
    ["cloud metadata", "169.254.169.254"],
    ["Azure platform", "168.63.129.16"],
    ["protocol assignments, Oracle's metadata", "192.0.0.192"],
    ["documentation", "192.0.2.1"],
    ["6to4 relay", "192.88.99.1"],
    ["benchmarking", "198.18.0.0"],
    ["benchmarking", "198.19.255.255"],
    ["documentation", "198.51.100.1"],
    ["documentation", "203.0.113.1"],
    ["multicast", "224.0.0.1"],
    ["multicast", "239.255.255.255"],
    ["reserved", "240.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["unspecified", "::"],
    ["loopback", "::1"],
    ["IPv4-compatible", "::7f00:1"],
    ["IPv4-compatible, public inside", "::808:808"],
    ["IPv4-mapped", "::ffff:127.0.0.1"],
    ["IPv4-mapped, public inside", "::ffff:8.8.8.8"],
    ["IPv4-translated", "::ffff:0:7f00:1"],
    ["NAT64", "64:ff9b::7f00:1"],
    ["NAT64, public inside", "64:ff9b::8.8.8.8"],
    ["local NAT64", "64:ff9b:1::7f00:1"],
    ["discard", "100::1"],
    ["Teredo", "2001:0:7f00:1::"],
    ["benchmarking", "2001:2::1"],
    ["ORCHID", "2001:20::1"],
    ["documentation", "2001:db8::1"],
    ["documentation", "3fff::1"],
    ["6to4", "2002:7f00:1::"],
    ["segment routing", "5f00::1"],
    ["unassigned", "4000::1"],
    ["unique local", "fc00::1"],
    ["unique local, Amazon's metadata", "fd00:ec2::254"],
    ["link-local", "fe80::1"],
    ["link-local with a zone", "fe80::1%eth0"],
    ["site-local", "fec0::1"],
    ["multicast", "ff02::1"],
    ["public, but with a zone", "2606:4700:4700::1111%eth0"],
  ])("%s: %s", (_range, address) => expect(isPublic(address)).toBe(false));
});

test("text that is no address is not read as one", () => {
  expect(["", "desk.example", "1.2.3.4.5", "12345::", "::1::"].map(parseAddress)).toEqual(Array(5).fill(undefined));
});
