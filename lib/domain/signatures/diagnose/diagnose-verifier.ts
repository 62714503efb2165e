import { HIDDEN } from "@/lib/domain/deliveries/read-headers";
import { type Diagnosis, type Finding, RIGHT } from "@/lib/domain/signatures/diagnose/diagnosis";
import { type HashBudget, withinBudget } from "@/lib/domain/signatures/diagnose/hash-budget";
import { hiddenFinding } from "@/lib/domain/signatures/diagnose/hidden-finding";
import { type KnownSecret, secretFindings } from "@/lib/domain/signatures/diagnose/known-secret";
import { bodyVariants } from "@/lib/domain/signatures/diagnose/variants/body-variants";
import { secretTexts } from "@/lib/domain/signatures/diagnose/variants/secret-texts";
import { urlVariants } from "@/lib/domain/signatures/diagnose/variants/url-variants";
import { byDifferences, type Variant } from "@/lib/domain/signatures/diagnose/variants/variant";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { ProofContext, Secret, Verifier } from "@/lib/domain/signatures/verifier";

type Context = Omit<ProofContext, "secrets"> & {
  secrets: readonly KnownSecret[];
  budget: HashBudget;
  /** Called now and then, so that others are served meanwhile. */
  pause: () => Promise<void>;
  /** Other senders' ways that the request follows. */
  otherWays?: () => Finding[];
};

/** Beside what the endpoint expects, other readings of the same proof, such as a signature in hex. */
export type Ways = readonly Variant<Verifier>[];

/**
 * Finds out what would make a proof right that only its own code can check: one difference in the secret and one in the
 * request or the way at most.
 */
export async function diagnoseVerifier(ways: Ways, request: SignedRequest, context: Context): Promise<Diagnosis> {
  const findings = await findingsFor(ways, request, context);
  return { tried: context.budget.tried, findings };
}

async function findingsFor(ways: Ways, request: SignedRequest, context: Context): Promise<Finding[]> {
  const secrets = byDifferences(context.secrets.flatMap(textsOf));
  const crypto = withinBudget(context.crypto, context.budget);
  const prove = (attempt: Attempt, differences: number) =>
    provenFindings(attempt, { ...context, crypto, secrets: secrets[differences] ?? [] });

  const [expected, ...others] = attemptsOf(ways, request);
  // Here without secrets, too: some senders need none of ours.
  const exact = expected && prove(expected, 0);
  if (exact) return exact.length > 0 ? exact : [RIGHT];
  const found = context.otherWays?.() ?? [];
  if (found.length > 0) return found;

  const hasSecrets = (differences: number) => (secrets[differences] ?? []).length > 0;
  const next = [
    ...others.map((attempt) => () => prove(attempt, 0)),
    ...[1, 2].map((differences) => () => hasSecrets(differences) && expected && prove(expected, differences)),
    ...others.map((attempt) => () => hasSecrets(1) && prove(attempt, 1)),
  ];
  for (const attempt of next) {
    await context.pause();
    const findings = attempt();
    if (findings) return findings;
  }
  return expected ? unmatchedFindings(expected, context) : [];
}

function textsOf(secret: KnownSecret): Variant<Secret>[] {
  return secretTexts(secret.value).map(({ value, findings }) => ({
    value: { id: secret.id, value },
    findings: [...secretFindings(secret), ...findings],
  }));
}

type Attempt = { verifier: Verifier; request: SignedRequest; findings: Finding[] };

/** As expected, then with one difference each. */
function attemptsOf(ways: Ways, request: SignedRequest): Attempt[] {
  const [usual] = ways;
  if (!usual) return [];
  const attempts = ways.map(({ value, findings }) => ({ verifier: value, request, findings }));
  const verifier = usual.value;
  const bodies = bodyVariants(request.body).map(({ value, findings }) => ({
    verifier,
    findings,
    request: { ...request, body: value },
  }));
  const urls = urlVariants(request).map(({ value, findings }) => ({
    verifier,
    findings,
    request: { ...request, url: value },
  }));
  return [...attempts, ...[...bodies, ...urls].filter(({ findings }) => findings.length === 1)];
}

type Trying = Omit<ProofContext, "secrets"> & { secrets: readonly Variant<Secret>[] };

/** The findings when it is proven, or would be but for its time; undefined otherwise. */
function provenFindings({ verifier, request, findings }: Attempt, context: Trying): Finding[] | undefined {
  // Numbered, since the texts of one secret share its id.
  const secrets = context.secrets.map(({ value }, n) => ({ id: String(n), value: value.value }));
  const proof = verifier.verify(request, { ...context, secrets });
  if (proof.ok) {
    const secret = proof.secretId === null ? undefined : context.secrets[Number(proof.secretId)];
    return [...(secret?.findings ?? []), ...findings];
  }
  if (proof.reason !== "too_old" && proof.reason !== "too_new") return undefined;
  return [...findings, { kind: "clock", sentence: proof.message, fix: FIX_CLOCK }];
}

const FIX_CLOCK =
  "Compare the clocks of the sender and of this server with the right time. If both are right, an old request was sent again.";

/** What can be said although nothing fits: what is missing or cannot be read is worth a word, a wrong signature is none. */
function unmatchedFindings({ verifier, request }: Attempt, context: Context): Finding[] {
  const secrets = context.secrets.filter(({ standing }) => standing === "current");
  const proof = verifier.verify(request, { ...context, secrets });
  if (proof.ok || proof.reason === "wrong_signature") return [];
  const told = proof.message.toLowerCase();
  const hidden = Object.keys(request.headers).find(
    (name) => request.headers[name]?.includes(HIDDEN) && (name === "authorization" || told.includes(name)),
  );
  if (hidden !== undefined) return [hiddenFinding(hidden)];
  const kind = proof.reason === "no_secret" || proof.reason === "unusable_secret" ? "key-form" : "header";
  return [{ kind, sentence: proof.message, fix: FIXES[kind] }];
}

const FIXES = {
  "key-form": "Copy the whole key or secret from the sender again, without spaces around it.",
  header: "Compare the endpoint's source with the sender's documentation, and whether signing is switched on there.",
};
