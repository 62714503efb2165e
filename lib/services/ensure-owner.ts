import { EmailAddress } from "@/lib/domain/accounts/email-address";
import { PASSWORD_LENGTH_MIN } from "@/lib/domain/accounts/new-password";
import { sha256 } from "@/lib/platform/digest";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { hashPassword } from "@/lib/platform/password";
import { API_KEY_PREFIX_LENGTH } from "@/lib/services/create-api-key";
import { createApiKeyOnce } from "@/lib/stores/api-keys";
import { hasUsers } from "@/lib/stores/users";
import { createFirstOwner, ensureFirstWorkspace } from "@/lib/stores/workspaces";

/**
 * Makes what the environment asks for and is not there yet: the first owner, and an API key of a given value. It may
 * run at every start, and in several processes at once. Throws a sentence when the settings cannot be used.
 */
export async function ensureOwner(): Promise<void> {
  const { DOORBELL_OWNER_EMAIL, DOORBELL_OWNER_PASSWORD, DOORBELL_API_KEY } = env();
  if (DOORBELL_OWNER_EMAIL || DOORBELL_OWNER_PASSWORD) await ensureUser(DOORBELL_OWNER_EMAIL, DOORBELL_OWNER_PASSWORD);
  if (DOORBELL_API_KEY) await ensureApiKey(DOORBELL_API_KEY);
}

async function ensureUser(emailText: string | undefined, password: string | undefined): Promise<void> {
  if (!emailText || !password)
    throw new Error("Set both DOORBELL_OWNER_EMAIL and DOORBELL_OWNER_PASSWORD, or neither.");
  const email = EmailAddress.safeParse(emailText);
  if (!email.success) throw new Error("DOORBELL_OWNER_EMAIL is not an e-mail address.");
  if (await hasUsers()) return;

  if (password.length < PASSWORD_LENGTH_MIN) {
    log.warn(`DOORBELL_OWNER_PASSWORD is short. Choose one of ${PASSWORD_LENGTH_MIN} characters or more.`);
  }
  const [name = ""] = email.data.split("@");
  await createFirstOwner({ email: email.data, name, passwordHash: await hashPassword(password) });
}

async function ensureApiKey(key: string): Promise<void> {
  await createApiKeyOnce(await ensureFirstWorkspace(), {
    name: "DOORBELL_API_KEY",
    keyHash: sha256(key),
    prefix: key.slice(0, API_KEY_PREFIX_LENGTH),
    role: "admin",
  });
}
