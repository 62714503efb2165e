import { type MailAddress, parseMailAddress } from "@/lib/domain/mail/mail-address";
import type { MailServer } from "@/lib/domain/runs/effect";
import { parseServerUrl, type ServerUrl } from "@/lib/domain/server-url";
import { env } from "@/lib/platform/env";

/** The mail server that SMTP_URL names, and who its mail is from; undefined without that setting. */
export function settingsSender(): { server: MailServer; from: MailAddress } | undefined {
  const { SMTP_URL = "", SMTP_FROM } = env();
  const url = parseServerUrl(SMTP_URL);
  if (!url) return undefined;
  const from = parseMailAddress(SMTP_FROM ?? url.user) ?? { name: "Doorbell", address: `doorbell@${url.host}` };
  return { server: serverAt(url), from };
}

function serverAt({ scheme, host, port, user, password, options }: ServerUrl): MailServer {
  const isTls = scheme === "smtps";
  const { tls = "" } = options;
  const encryption = tls === "none" || tls === "starttls" ? tls : "if-offered";
  return {
    host,
    port: port ?? (isTls ? 465 : 587),
    encryption: isTls ? "tls" : encryption,
    user,
    password,
    authorities: "",
  };
}
