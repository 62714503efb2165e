import { expect, test } from "vitest";
import { isInternalName } from "@/lib/platform/send-request/guard/name-policy";

test.each([
  "localhost",
  "localhost.",
  "app.localhost",
  "localhost.localdomain",
  "printer",
  "printer.",
  "printer.local",
  "db.default.svc",
  "db.default.svc.cluster.local",
  "metadata.google.internal",
  "nas.lan",
  "router.home",
  "router.home.arpa",
  "wiki.corp",
  "wiki.intranet",
  "vault.private",
  "nothing.invalid",
  "localhost6.localdomain6",
  "127.0.0.1..",
  "desk.0x7f",
  "local",
  "",
  ".",
])("%j belongs to somebody's own network", (name) => expect(isInternalName(name)).toBe(true));

test.each([
  "example.com",
  "example.com.",
  "hooks.slack.com",
  "local.example.com",
  "mylocal.com",
  "1.example.com",
  "0x7f.example.com",
  "notlocalhost.com",
])("%j can be a public machine", (name) => expect(isInternalName(name)).toBe(false));
