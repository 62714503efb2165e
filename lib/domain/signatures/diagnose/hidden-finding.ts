import type { Finding } from "@/lib/domain/signatures/diagnose/diagnosis";

/** For a proof that the log does not keep, since it is a password in itself. */
export function hiddenFinding(header: string): Finding {
  return {
    kind: "header",
    sentence: `The header ${header} came, but what it held cannot be looked into: the log does not keep passwords.`,
    fix: "Check that the secret at the sender is the endpoint's, to the letter: no spaces or quotes around it, nothing in front that the sender's documentation does not ask for, and not the secret of another endpoint.",
  };
}
