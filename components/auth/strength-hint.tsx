import { passwordStrength } from "@/components/auth/password-strength";
import { PASSWORD_LENGTH_MIN } from "@/lib/domain/accounts/new-password";

const HINTS = {
  weak: {
    bars: 1,
    className: "bg-bad",
    text: "Easy to guess. Try three or four words that have nothing to do with each other.",
  },
  fine: { bars: 2, className: "bg-warn", text: "Good enough. A few more words make it strong." },
  strong: { bars: 3, className: "bg-good", text: "Strong." },
} as const;

/** What a new password is worth, while it is typed. */
export function StrengthHint({ password }: { password: string }) {
  const strength = passwordStrength(password);
  if (strength === "short") {
    const missing = PASSWORD_LENGTH_MIN - password.length;
    return password
      ? `${missing} more character${missing === 1 ? "" : "s"} to go.`
      : `At least ${PASSWORD_LENGTH_MIN} characters. A short sentence is easy to remember.`;
  }
  const { bars, className, text } = HINTS[strength];
  return (
    <span className="flex flex-col gap-1.5">
      <span aria-hidden className="mt-1 flex gap-1">
        {[1, 2, 3].map((bar) => (
          <span key={bar} className={`h-1 flex-1 rounded-full ${bar <= bars ? className : "bg-surface-tertiary"}`} />
        ))}
      </span>
      {text}
    </span>
  );
}
