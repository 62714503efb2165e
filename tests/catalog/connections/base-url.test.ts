import { expect, test } from "vitest";
import { BaseUrl } from "@/lib/catalog/connections/base-url";

test.each([
  ["https://git.example", "https://git.example"],
  [" http://10.0.0.7:8080/ci/ ", "http://10.0.0.7:8080/ci"],
])("%s is kept as %s", (given, kept) => expect(BaseUrl.parse(given)).toBe(kept));

test.each([
  "",
  "git.example",
  "ftp://git.example",
  "https://a:b@git.example",
  "https://git.example/?a=b",
  "https://git.example/#a",
])("“%s” is no address of a service", (given) => expect(BaseUrl.safeParse(given).success).toBe(false));
