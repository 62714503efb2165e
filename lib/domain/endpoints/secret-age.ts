import type { SecretStatus } from "@/lib/domain/endpoints/endpoint";

const DAY_MS = 86_400_000;

/** How old a signing secret may grow. */
const SECRET_DAYS_MAX = 180;

/** Whether a secret has been in use for so long that it should be replaced. One that is on its way out is not. */
export function isRotationDue(secret: { status: SecretStatus; createdAt: string }, nowMs: number): boolean {
  return secret.status === "active" && nowMs - Date.parse(secret.createdAt) > SECRET_DAYS_MAX * DAY_MS;
}
