import { env, trustHostHeader } from "@/lib/platform/env";
import { deriveKey } from "@/lib/platform/master-key";

/** What NextAuth signs its forms' tokens with: NEXTAUTH_SECRET, or else a key out of the master key. */
export function authSecret(): string {
  // Its links then lead to the host that was asked, be it localhost, an address or a name behind a proxy.
  trustHostHeader();
  return env().NEXTAUTH_SECRET ?? deriveKey("next-auth").toString("base64url");
}
