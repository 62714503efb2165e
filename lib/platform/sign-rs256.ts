import { sign } from "node:crypto";

/** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, 3.3), base64url; undefined when the text is no private RSA key in PEM. */
export function signRs256(text: string, privateKey: string): string | undefined {
  try {
    return sign("sha256", Buffer.from(text), privateKey).toString("base64url");
  } catch {
    // OpenSSL's words about a key that somebody pasted wrongly help nobody.
    return undefined;
  }
}
