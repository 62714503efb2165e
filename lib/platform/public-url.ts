import { env } from "@/lib/platform/env";

/** The address that senders and people are told, without a slash at its end. */
export function publicUrl(): string {
  const { PUBLIC_URL, PORT } = env();
  return (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, "");
}
