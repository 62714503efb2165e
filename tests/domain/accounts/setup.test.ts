import { expect, test } from "vitest";
import { NewApiKey } from "@/lib/domain/accounts/api-key";
import { Setup } from "@/lib/domain/accounts/setup";

const ADA = { code: "ABCD", email: "ada@example.com", name: "Ada", password: "a good long password" };

test("an e-mail address is kept in lower case and without blanks, so that one address is one person", () => {
  expect(Setup.parse({ ...ADA, email: " Ada@Example.COM " }).email).toBe("ada@example.com");
});

test.each([
  ["email", "ada"],
  ["email", `${"a".repeat(250)}@example.com`],
  ["name", "  "],
  ["code", ""],
  ["password", "eleven char"],
  ["password", "four".repeat(51)],
  ["password", "aaaaaaaaaaaa"],
  ["password", "Password1234"],
])("a wrong %s is refused, and the problem named: %s", (field, value) => {
  const { error } = Setup.safeParse({ ...ADA, [field]: value });
  expect(error?.issues.map(({ path }) => path)).toEqual([[field]]);
});

test("a password of twelve characters of any script will do", () => {
  for (const password of ["zwölf Bäume!", "x7#kq!mZ2%pL", "пароль длинный"]) {
    expect(Setup.parse({ ...ADA, password }).password).toBe(password);
  }
});

test("an API key edits unless told otherwise, and owns nothing", () => {
  expect(NewApiKey.parse({ name: "CI" })).toEqual({ name: "CI", role: "editor" });
  expect(NewApiKey.safeParse({ name: "CI", role: "owner" }).success).toBe(false);
});
