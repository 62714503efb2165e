import type { Setup } from "@/lib/domain/accounts/setup";
import { DoorbellError } from "@/lib/domain/errors";
import { hashPassword } from "@/lib/platform/password";
import { guess } from "@/lib/services/limit-guesses";
import { isSetupCode } from "@/lib/services/setup-code";
import { hasUsers } from "@/lib/stores/users";
import { createFirstOwner } from "@/lib/stores/workspaces";

const BY_ADDRESS = { ratePerSecond: 1 / 30, burst: 10 };

/** Makes the first account, for whoever can read the terminal. Refuses once there is an account. */
export async function setUp(
  { code, email, name, password }: Setup,
  address: string,
): Promise<{ email: string; name: string }> {
  if (await hasUsers()) throw alreadySetUp();
  const isRight = await guess(
    [{ key: `setup:address:${address}`, budget: BY_ADDRESS }],
    async () => isSetupCode(code) || undefined,
  );
  if (!isRight) {
    const message = "This is not the set-up code. It stands in the terminal where Doorbell was started.";
    throw new DoorbellError("forbidden", message, { problems: [{ path: "code", message }] });
  }
  const isFirst = await createFirstOwner({ email, name, passwordHash: await hashPassword(password) });
  if (!isFirst) throw alreadySetUp();
  return { email, name };
}

function alreadySetUp(): DoorbellError {
  return new DoorbellError("already_set_up", "Doorbell is set up already. Sign in instead.");
}
