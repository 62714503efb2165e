import { X509Certificate } from "node:crypto";

/** Which certificates are let in: those with one of these SHA-256 fingerprints (hex), or any that the authority issued. */
export type Trusted = { fingerprints: readonly string[]; ca?: string | undefined };

/**
 * Whether a client certificate that a proxy passed on in a header is one of the trusted. Headers hold it between colons in
 * base64 (RFC 9440), or as PEM with its letters escaped, as nginx and Envoy do. Checked again here, whatever the proxy did.
 */
export function isTrustedCertificate(header: string, { fingerprints, ca }: Trusted, nowMs: number): boolean {
  const certificate = readCertificate(header);
  if (!certificate || !isWithinDates(certificate, nowMs)) return false;
  if (fingerprints.includes(certificate.fingerprint256.replaceAll(":", "").toLowerCase())) return true;
  const issuer = ca === undefined ? undefined : parse(ca);
  return issuer !== undefined && isIssuedBy(certificate, issuer);
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

function isWithinDates({ validFrom, validTo }: X509Certificate, nowMs: number): boolean {
  return Date.parse(validFrom) <= nowMs && nowMs <= Date.parse(validTo);
}

function readCertificate(header: string): X509Certificate | undefined {
  const [, base64] = /^:([A-Za-z0-9+/=]+):$/.exec(header.trim()) ?? [];
  if (base64 !== undefined) return parse(Buffer.from(base64, "base64"));
  const [, quoted] = /(?:^|;)\s*Cert="([^"]+)"/i.exec(header) ?? [];
  try {
    return parse(decodeURIComponent(quoted ?? header));
  } catch {
    return undefined;
  }
}

function parse(certificate: string | Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(certificate);
  } catch {
    return undefined;
  }
}
