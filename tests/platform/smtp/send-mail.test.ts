import { afterEach, describe, expect, test } from "vitest";
import type { MailServer } from "@/lib/domain/runs/effect";
import { parseAllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import { type Mail, type MailEnd, sendMail } from "@/lib/platform/smtp/send-mail";
import { type SinkOptions, type SmtpSink, startSmtpSink } from "@/tests/support/smtp-sink";
import { TEST_CERTIFICATE } from "@/tests/support/test-certificate";

const allowedTargets = parseAllowedTargets(["127.0.0.1"]);
const lookup = async () => [{ address: "127.0.0.1", family: 4 }];
const sinks: SmtpSink[] = [];

afterEach(async () => {
  for (const sink of sinks.splice(0)) await sink.close();
});

async function sink(options?: SinkOptions): Promise<SmtpSink> {
  const started = await startSmtpSink(options);
  sinks.push(started);
  return started;
}

const ann = { name: "Ann", address: "ann@desk.example" };
const mail: Mail = {
  from: { name: "Doorbell", address: "bell@doorbell.example" },
  to: [ann],
  cc: [],
  replyTo: [],
  subject: "Hello",
  text: "It rang.\n.\nTwice: äöü €",
  html: "",
  messageId: "<drb_1@doorbell.example>",
};

function send(server: Partial<MailServer> & { port: number }, changed: Partial<Mail> = {}, timeoutMs = 5_000) {
  const whole: MailServer = {
    host: "mail.example",
    encryption: "none",
    user: "",
    password: "",
    authorities: "",
    ...server,
  };
  return sendMail(whole, { ...mail, ...changed }, { timeoutMs, greetAs: "doorbell.example", allowedTargets, lookup });
}

function headersOf(data: string): Record<string, string> {
  const head = (data.split("\r\n\r\n")[0] ?? "").replaceAll(/\r\n[ \t]+/g, " ");
  return Object.fromEntries(
    head.split("\r\n").map((line) => [line.split(": ")[0] ?? "", line.replace(/^[^:]*: /, "")]),
  );
}

test("a mail arrives with its sender, recipients and Message-ID", async () => {
  const { port, mails, commands } = await sink();
  const bob = { name: "Bob, the boss", address: "bob@desk.example" };
  const end = await send({ port }, { cc: [bob], replyTo: [{ name: "", address: "help@desk.example" }] });

  expect(end).toEqual({
    kind: "accepted",
    answer: "250 2.0.0 Ok: queued",
    accepted: ["ann@desk.example", "bob@desk.example"],
    rejected: [],
  });
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ from: "bell@doorbell.example", to: ["ann@desk.example", "bob@desk.example"] });
  expect(headersOf(mails[0]?.data ?? "")).toMatchObject({
    From: "Doorbell <bell@doorbell.example>",
    To: "Ann <ann@desk.example>",
    Cc: '"Bob, the boss" <bob@desk.example>',
    "Reply-To": "help@desk.example",
    Subject: "Hello",
    "Message-ID": "<drb_1@doorbell.example>",
  });
  expect(commands[0]).toBe("EHLO doorbell.example");
});

test("the text arrives whole, lines that are a dot alone too, and with HTML as one of two forms", async () => {
  const { port, mails } = await sink();
  await send({ port });
  await send({ port }, { html: "<p>It rang.</p>" });
  const [plain, both] = mails.map(({ data }) => data);
  expect(plain).toContain("Content-Transfer-Encoding: quoted-printable");
  expect(plain).toContain("It rang.\r\n.\r\nTwice: =C3=A4=C3=B6=C3=BC =E2=82=AC");
  expect(both).toContain("multipart/alternative");
  expect(both).toContain("<p>It rang.</p>");
});

test("nothing in a subject, a name or a text becomes a header or a command", async () => {
  const { port, mails, commands } = await sink();
  const evil = "x\r\nBcc: eve@evil.example\r\n\r\nRCPT TO:<eve@evil.example>\r\n.\r\nMAIL FROM:<x@x.x>";
  await send({ port }, { subject: evil, text: evil, to: [{ ...ann, name: evil }], from: { ...mail.from, name: evil } });
  expect(mails).toHaveLength(1);
  expect(mails[0]?.to).toEqual(["ann@desk.example"]);
  expect(Object.keys(headersOf(mails[0]?.data ?? ""))).not.toContain("Bcc");
  expect(commands.filter((command) => /^(RCPT|MAIL)/.test(command))).toHaveLength(2);
});

test("an address with more in it than an address goes nowhere", async () => {
  const { port, mails } = await sink();
  const end = await send({ port }, { to: [{ name: "", address: "ann@desk.example>\r\nRCPT TO:<eve@evil.example" }] });
  expect(end).toMatchObject({ kind: "failed", sent: false });
  expect(mails).toEqual([]);
});

describe("TLS", () => {
  test.each(["tls", "starttls"] as const)("as %s is used before the password is said", async (encryption) => {
    const { port, mails, commands } = await sink({ encryption });
    const end = await send({ port, encryption, user: "bell", password: "secret", authorities: TEST_CERTIFICATE });
    expect(end).toMatchObject({ kind: "accepted" });
    expect(mails[0]).toMatchObject({ isEncrypted: true, user: "bell" });
    if (encryption === "starttls") expect(commands.indexOf("STARTTLS")).toBeLessThan(commands.indexOf("AUTH PLAIN"));
  });

  test("is used where it is offered, and not where it is switched off", async () => {
    const { port, mails } = await sink({ encryption: "starttls" });
    await send({ port, encryption: "if-offered", authorities: TEST_CERTIFICATE });
    await send({ port, encryption: "none" });
    expect(mails.map(({ isEncrypted }) => isEncrypted)).toEqual([true, false]);
  });

  test("that was asked for and is not offered ends it, before anything is said", async () => {
    const { port, commands } = await sink();
    const end = await send({ port, encryption: "starttls", user: "bell", password: "secret" });
    expect(end).toMatchObject({ kind: "refused", message: "mail.example does not offer STARTTLS: 502 what?" });
    expect(commands).not.toContain("AUTH PLAIN");
  });

  test.each(["tls", "starttls"] as const)("as %s trusts no certificate that nobody vouches for", async (encryption) => {
    const { port, commands } = await sink({ encryption });
    const end = await send({ port, encryption, user: "bell", password: "secret" });
    expect(end).toMatchObject({
      kind: "failed",
      reason: "tls",
      sent: false,
      message: "A secure connection to mail.example failed: its certificate is not from a trusted authority.",
    });
    expect(commands).not.toContain("AUTH PLAIN");
  });

  test("does not trust a certificate for another name", async () => {
    const { port } = await sink({ encryption: "tls" });
    const end = await send({ port, host: "other.example", encryption: "tls", authorities: TEST_CERTIFICATE });
    expect(end).toMatchObject({
      reason: "tls",
      message: "A secure connection to other.example failed: its certificate is for another name.",
    });
  });

  test("with a server that does not speak it says what to look at", async () => {
    const { port } = await sink();
    expect(await send({ port, encryption: "tls" })).toMatchObject({ kind: "failed", reason: "tls", sent: false });
  });
});

describe("a server that says no", () => {
  test.each<[command: string, answer: string, message: string]>([
    ["AUTH PLAIN", "535 5.7.8 no", "did not accept the user and the password"],
    ["MAIL FROM:<bell@doorbell.example> SIZE=", "550 who?", "did not accept the sender"],
    ["RCPT TO:<ann@desk.example>", "550 5.1.1 unknown", "did not accept any recipient"],
    ["RCPT TO:<ann@desk.example>", "450 greylisted", "did not accept any recipient"],
    ["DATA", "451 later", "did not accept the mail"],
    [".", "554 spam", "did not accept the mail"],
    [".", "452 full", "did not accept the mail"],
  ])("to %s with %j is understood, and asked again only where it says so", async (command, answer, message) => {
    const { port, mails } = await sink({ reply: (said) => (said.startsWith(command) ? answer : undefined) });
    const end = await send({ port, user: "bell", password: "secret" });
    const isWorthRetrying = answer.startsWith("4");
    expect(end).toEqual({ kind: "refused", message: `mail.example ${message}: ${answer}`, isWorthRetrying });
    expect(mails).toEqual([]);
  });

  test("to one of two recipients has the mail all the same", async () => {
    const { port } = await sink({ reply: (said) => (said.startsWith("RCPT TO:<bob") ? "550 unknown" : undefined) });
    const end = await send({ port }, { cc: [{ name: "", address: "bob@desk.example" }] });
    expect(end).toMatchObject({ kind: "accepted", accepted: ["ann@desk.example"], rejected: ["bob@desk.example"] });
  });

  test("because the mail is too large is not sent it", async () => {
    const { port, commands } = await sink();
    const end = await send({ port }, { text: "x".repeat(200_000) });
    expect(end).toMatchObject({ kind: "refused", message: "mail.example does not take mails as large as this one." });
    expect(commands).not.toContain("DATA");
  });
});

describe("a server that says nothing", () => {
  const ends: [what: string, options: SinkOptions, end: Partial<MailEnd>][] = [
    ["hangs before the mail", { reply: () => "hang" }, { kind: "failed", sent: false }],
    [
      "hangs after the mail",
      { reply: (said) => (said === "." ? "hang" : undefined) },
      { kind: "failed", sent: true, message: "mail.example did not answer within 0.3 seconds." },
    ],
    ["closes before the mail", { reply: () => "close" }, { kind: "failed", sent: false }],
    [
      "closes after the mail",
      { reply: (said) => (said === "." ? "close" : undefined) },
      { kind: "failed", sent: true },
    ],
  ];
  test.each(ends)("and %s", async (_what, options, end) => {
    const { port } = await sink(options);
    expect(await send({ port }, {}, 300)).toMatchObject(end);
  });

  test("since none is there", async () => {
    const { port, close } = await startSmtpSink();
    await close();
    expect(await send({ port })).toMatchObject({ message: "mail.example refused the connection.", sent: false });
  });
});

test("a server at a private address is not reached unless it is allowed", async () => {
  const { port, connectionCount } = await sink();
  const server: MailServer = { host: "127.0.0.1", port, encryption: "none", user: "", password: "", authorities: "" };
  const end = await sendMail(server, mail, {
    timeoutMs: 2_000,
    greetAs: "doorbell.example",
    allowedTargets: parseAllowedTargets([]),
  });
  expect(end).toMatchObject({ kind: "blocked" });
  expect(connectionCount()).toBe(0);
});
