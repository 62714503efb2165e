type Refusal = { kind: "refused"; message: string; isWorthRetrying: boolean };

/** What the conversation was at when the server said no, by the commands of SMTP. */
const OCCASIONS: readonly [RegExp, string][] = [
  [/^AUTH/, "did not accept the user and the password"],
  [/^STARTTLS/, "does not offer STARTTLS"],
  [/^MAIL FROM/, "did not accept the sender"],
  [/^RCPT TO/, "did not accept any recipient"],
  [/^DATA/, "did not accept the mail"],
];

/**
 * A server's no, in its own words; undefined for an error that is none. Codes from 400 to 499 are worth another try
 * (https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1).
 */
export function refusalIn(error: unknown, host: string): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const { command = "", response = "", responseCode, code } = error as SmtpError;
  if (code === "EMESSAGE" && responseCode === undefined) {
    return { kind: "refused", message: `${host} does not take mails as large as this one.`, isWorthRetrying: false };
  }
  if (!responseCode) return undefined;
  const occasion = OCCASIONS.find(([pattern]) => pattern.test(command))?.[1] ?? "refused";
  const isWorthRetrying = responseCode >= 400 && responseCode < 500;
  return { kind: "refused", message: `${host} ${occasion}: ${oneLine(response)}`, isWorthRetrying };
}

type SmtpError = Error & { command?: string; response?: string; responseCode?: number; code?: string };

const WORDS_LENGTH_MAX = 500;

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().slice(0, WORDS_LENGTH_MAX);
}
