import { z } from "zod";

export const PASSWORD_LENGTH_MIN = 12;
export const PASSWORD_LENGTH_MAX = 200;

/** Long enough, and yet among the first that anybody tries. */
const COMMON = new Set([
  "123456789012",
  "1234567890123",
  "administrator",
  "administrator1",
  "changemechangeme",
  "correcthorsebatterystaple",
  "iloveyouiloveyou",
  "letmeinletmein",
  "password1234",
  "password12345",
  "password123456",
  "passwordpassword",
  "qwerty123456",
  "qwertyuiop12",
  "qwertyuiop123",
  "welcome12345",
]);

const DIFFERENT_CHARACTERS_MIN = 4;

/** A password that somebody chooses. Length is what counts; only what everybody tries first is refused. */
export const NewPassword = z
  .string()
  .min(PASSWORD_LENGTH_MIN, `Use at least ${PASSWORD_LENGTH_MIN} characters.`)
  .max(PASSWORD_LENGTH_MAX, `Use at most ${PASSWORD_LENGTH_MAX} characters.`)
  .refine(isUncommon, "This password is easy to guess. Choose another.");

function isUncommon(password: string): boolean {
  const plain = password.toLowerCase();
  return !COMMON.has(plain) && new Set(plain).size >= DIFFERENT_CHARACTERS_MIN;
}
