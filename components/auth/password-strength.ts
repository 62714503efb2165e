import { NewPassword, PASSWORD_LENGTH_MIN } from "@/lib/domain/accounts/new-password";

export type PasswordStrength = "short" | "weak" | "fine" | "strong";

/** How hard a password is to guess, roughly: length counts most, and repeating oneself does not count. */
export function passwordStrength(password: string): PasswordStrength {
  if (password.length < PASSWORD_LENGTH_MIN) return "short";
  const differentCharacters = new Set(password.toLowerCase()).size;
  if (differentCharacters < 6 || !NewPassword.safeParse(password).success) return "weak";
  return password.length >= 18 || differentCharacters >= 14 ? "strong" : "fine";
}
