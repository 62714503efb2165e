import { hideStandIns } from "@/lib/catalog/connections/stand-in";
import { storableText } from "@/lib/domain/deliveries/storable-text";
import { type MailAddress, writeMailAddress } from "@/lib/domain/mail/mail-address";
import type { PlannedMail } from "@/lib/domain/runs/effect";
import type { LoggedRequest } from "@/lib/domain/runs/run";
import { env } from "@/lib/platform/env";
import { publicUrl } from "@/lib/platform/public-url";
import { type AllowedTargets, parseAllowedTargets } from "@/lib/platform/send-request/send-request";
import { type MailEnd, sendMail } from "@/lib/platform/smtp/send-mail";
import { settingsSender } from "@/lib/platform/smtp/settings-sender";
import { failingTransport } from "@/lib/services/steps/failing-transport";
import { LOGGED_TEXT_MAX, type Sent, type Transport } from "@/lib/services/steps/transport";

type Hide = (text: string) => string;
type Sender = NonNullable<PlannedMail["sender"]>;

/** Sends a mail: through the node's own server, or through the one that Doorbell was set up with. */
export function mailTransport(mail: PlannedMail, logged: PlannedMail, hide: Hide): Transport {
  const sender = mail.sender ?? settingsSender();
  if (!sender) return failingTransport(NO_SERVER);
  const targets = mail.sender ? {} : { allowedTargets: alsoAllowed(sender.server.host) };
  return {
    logged: loggedMail(logged, logged.sender ?? sender),
    destination: `${sender.server.host}:${sender.server.port}`,
    send: async ({ idempotencyKey, timeoutMs }) => {
      const { hostname } = new URL(publicUrl());
      // The same at every attempt, so that whoever receives it twice can tell.
      const messageId = `<${idempotencyKey}@${hostname}>`;
      const options = { timeoutMs, greetAs: hostname, ...targets };
      const end = await sendMail(sender.server, { ...mail, from: sender.from, messageId }, options);
      return toSent(end, { messageId, hide });
    },
  };
}

const NO_SERVER = "There is no mail server to send through. Choose one in this step, or start Doorbell with SMTP_URL.";

/** Whoever starts Doorbell may name a mail server in their own network. */
function alsoAllowed(host: string): AllowedTargets {
  return parseAllowedTargets([...env().ALLOWED_TARGETS, host]);
}

function toSent(end: MailEnd, { messageId, hide }: { messageId: string; hide: Hide }): Sent {
  switch (end.kind) {
    case "accepted": {
      const { accepted, rejected, answer } = end;
      const body = hide(answer);
      const response = { status: Number.parseInt(answer, 10), headers: [], body, isBodyCut: false };
      const output = { messageId, accepted, rejected, answer: body };
      return { status: "succeeded", end: { kind: "done" }, output, response, message: null };
    }
    case "refused": {
      const message = hide(end.message);
      return { status: "failed", end, output: { error: message }, response: null, message };
    }
    case "blocked": {
      const message = `Blocked: ${end.message}`;
      return { status: "blocked", end, output: { error: message }, response: null, message };
    }
    case "failed": {
      const { sent, message } = end;
      return { status: sent ? "unknown" : "failed", end, output: { error: message }, response: null, message };
    }
  }
}

function loggedMail({ to, cc, replyTo, subject, text, html }: PlannedMail, { server, from }: Sender): LoggedRequest {
  const headers = [
    { name: "From", value: writeMailAddress(from) },
    ...listed("To", to),
    ...listed("Cc", cc),
    ...listed("Reply-To", replyTo),
    { name: "Subject", value: subject },
  ];
  return {
    method: "MAIL",
    url: `smtp://${server.host}:${server.port}`,
    headers: headers.map(({ name, value }) => ({ name, value: hideStandIns(value) })),
    body: storableText(hideStandIns(html === "" ? text : `${text}\n\n${html}`), LOGGED_TEXT_MAX),
  };
}

function listed(name: string, addresses: MailAddress[]) {
  return addresses.length === 0 ? [] : [{ name, value: addresses.map(writeMailAddress).join(", ") }];
}
