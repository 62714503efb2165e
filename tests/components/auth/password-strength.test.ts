import { expect, test } from "vitest";
import { passwordStrength } from "@/components/auth/password-strength";

test.each([
  ["", "short"],
  ["elevenchars", "short"],
  ["aaaaaaaaaaaaaaaaaaaa", "weak"],
  ["password123456", "weak"],
  ["blue kettle 7", "fine"],
  ["the kettle sings at noon", "strong"],
] as const)("%j is %s", (password, strength) => {
  expect(passwordStrength(password)).toBe(strength);
});
