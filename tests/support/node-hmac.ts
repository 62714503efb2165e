import { createHmac } from "node:crypto";
import type { Hmac } from "@/lib/domain/signatures/hmac";

/** Node's own keyed hash, in the form that the domain asks for. */
export const nodeHmac: Hmac = (algorithm, key, ...parts) => {
  const hash = createHmac(algorithm, key);
  for (const part of parts) hash.update(part);
  return hash.digest();
};
