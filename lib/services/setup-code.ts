import { safeEqual } from "@/lib/platform/digest";
import { deriveKey } from "@/lib/platform/master-key";
import { hasUsers } from "@/lib/stores/users";

/** Crockford's base 32: no letter looks like another, and none has to be shifted. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 16;

/**
 * The code that guards the first visit; undefined once somebody has an account. It comes out of the master key, so
 * that it is kept nowhere, survives a restart, and is the same in every process.
 */
export async function setupCode(): Promise<string | undefined> {
  return (await hasUsers()) ? undefined : currentCode();
}

/** Whether a person typed the code. Case, dashes, spaces and letters that look alike do not matter. */
export function isSetupCode(typed: string): boolean {
  return safeEqual(letters(typed), letters(currentCode()));
}

function currentCode(): string {
  const bytes = deriveKey("setup-code").subarray(0, CODE_LENGTH);
  const code = Array.from(bytes, (byte) => LETTERS.charAt(byte % LETTERS.length)).join("");
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

function letters(code: string): string {
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}
