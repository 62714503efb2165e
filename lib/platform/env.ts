import { z } from "zod";
import { parseMailAddress } from "@/lib/domain/mail/mail-address";
import { parseServerUrl } from "@/lib/domain/server-url";

const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

/** A comma-separated list. */
const list = optionalText.transform((value) =>
  (value ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean),
);

const Environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).catch("production"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3_000),
  PUBLIC_URL: optionalText.pipe(
    z.url({ protocol: /^https?$/, error: "PUBLIC_URL must be an http(s) address." }).optional(),
  ),
  DATABASE_URL: optionalText.refine(
    (url) => url === undefined || (URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)),
    "DATABASE_URL must be an address such as postgresql://user:password@host:5432/doorbell.",
  ),
  DOORBELL_DATA_DIR: z.string().trim().min(1).default(".data"),
  DOORBELL_MASTER_KEY: optionalText,
  DOORBELL_OWNER_EMAIL: optionalText,
  DOORBELL_OWNER_PASSWORD: optionalText,
  DOORBELL_API_KEY: optionalText.pipe(
    z.string().min(32, "DOORBELL_API_KEY must have 32 characters or more.").optional(),
  ),
  TRUSTED_PROXIES: list,
  ALLOWED_TARGETS: list,
  SMTP_URL: optionalText.refine(
    (url) => url === undefined || /^smtps?$/.test(parseServerUrl(url)?.scheme ?? ""),
    "SMTP_URL must be an address such as smtps://user:password@mail.example.com.",
  ),
  SMTP_FROM: optionalText.refine(
    (text) => text === undefined || parseMailAddress(text) !== null,
    "SMTP_FROM must be an e-mail address.",
  ),
  INNGEST_BASE_URL: optionalText,
  INNGEST_EVENT_KEY: optionalText,
  INNGEST_SIGNING_KEY: optionalText,
  INNGEST_DEV: optionalText,
  NEXTAUTH_SECRET: optionalText,
});

export type Environment = z.infer<typeof Environment>;

let parsed: Environment | undefined;

/** The settings of this process, checked once. Throws a sentence that names each wrong variable. */
export function env(): Environment {
  parsed ??= parseEnvironment(process.env);
  return parsed;
}

/** Tells this process, and every module instance in it, which database to use. */
export function setDatabaseUrl(url: string): void {
  process.env["DATABASE_URL"] = url;
  parsed = undefined;
}

/** Tells NextAuth, which reads only the environment, to take its address from each request. NEXTAUTH_URL, if set, wins. */
export function trustHostHeader(): void {
  process.env["AUTH_TRUST_HOST"] ??= "true";
}

/**
 * Node asks the system at each look at an environment variable, and the Inngest SDK looks several times in every call.
 * After this, they are looked up in a copy.
 */
export function copyEnvironment(): void {
  process.env = { ...process.env };
}

/** Reads settings from any set of variables, for start-up and tests. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const result = Environment.safeParse(variables);
  if (result.success) return result.data;
  const complaints = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`These settings cannot be used:\n  ${complaints.join("\n  ")}`);
}

/** Whether a real Inngest is configured; otherwise the embedded engine runs the workflows. */
export function usesInngestServer(settings: Environment = env()): boolean {
  return Boolean(settings.INNGEST_BASE_URL || settings.INNGEST_EVENT_KEY || isSet(settings.INNGEST_DEV));
}

function isSet(flag: string | undefined): boolean {
  return flag !== undefined && flag !== "0" && flag !== "false";
}
