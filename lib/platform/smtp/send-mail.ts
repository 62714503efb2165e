import type { Socket } from "node:net";
import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import SmtpConnection from "nodemailer/lib/smtp-connection/index.js";
import type { MailAddress } from "@/lib/domain/mail/mail-address";
import type { MailServer } from "@/lib/domain/runs/effect";
import { startDeadline } from "@/lib/platform/send-request/deadline";
import { describeFailure } from "@/lib/platform/send-request/failure";
import { guardedSocket, letGo, type SocketOptions } from "@/lib/platform/send-request/guard/guarded-socket";
import type { Unanswered } from "@/lib/platform/send-request/outcome";
import { refusalIn } from "@/lib/platform/smtp/refusal";

export type Mail = {
  from: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  replyTo: MailAddress[];
  subject: string;
  text: string;
  /** Empty without. */
  html: string;
  /** With its angle brackets. */
  messageId: string;
};

/** How a mail ended. `accepted`: the server has taken it over, for these of the recipients. */
export type MailEnd =
  | { kind: "accepted"; answer: string; accepted: string[]; rejected: string[] }
  | { kind: "refused"; message: string; isWorthRetrying: boolean }
  | Unanswered;

type Options = Omit<SocketOptions, "signal"> & {
  /** For everything together: name, connection, sign-in and the server's word that it has the mail. */
  timeoutMs: number;
  /** By which name the server is greeted. */
  greetAs: string;
};

/** Hands a mail to a server at a public or allowed address. Whatever the server does is an end. */
export async function sendMail(server: MailServer, mail: Mail, options: Options): Promise<MailEnd> {
  const { timeoutMs, greetAs, ...socketOptions } = options;
  const deadline = startDeadline(timeoutMs);
  const progress = { isSent: false };
  let connection: SmtpConnection | undefined;
  let socket: Socket | undefined;
  try {
    socket = await guardedSocket(server, { ...socketOptions, signal: deadline.signal });
    connection = new SmtpConnection(connectionOptions(server, socket, options));
    return await converse(connection, { server, mail, progress });
  } catch (error) {
    const { host } = server;
    const reason = deadline.signal.aborted ? deadline.signal.reason : error;
    const refusal = deadline.signal.aborted ? undefined : refusalIn(error, host);
    const tlsAdvice = "Does the server want another kind of encryption at this port?";
    return refusal ?? describeFailure(reason, { host, sent: progress.isSent, timeoutMs, tlsAdvice });
  } finally {
    connection?.close();
    if (socket) letGo(socket);
    deadline.clear();
  }
}

/** The deadline ends everything; these only have to be longer. */
function connectionOptions(
  { host, port, encryption, authorities }: MailServer,
  socket: Socket,
  { timeoutMs, greetAs }: Options,
): SmtpConnection.Options {
  const longer = timeoutMs + 10_000;
  return {
    host,
    port,
    connection: socket,
    name: greetAs,
    tls: authorities === "" ? {} : { ca: authorities },
    secure: encryption === "tls",
    requireTLS: encryption === "starttls",
    ignoreTLS: encryption === "none",
    connectionTimeout: longer,
    greetingTimeout: longer,
    socketTimeout: longer,
  };
}

type Conversation = { server: MailServer; mail: Mail; progress: { isSent: boolean } };

async function converse(connection: SmtpConnection, { server, mail, progress }: Conversation): Promise<MailEnd> {
  const { user, password } = server;
  const bytes = await compose(mail);
  const broken = new Promise<never>((_, reject) => {
    connection.on("error", reject);
    connection.on("end", () => reject(Object.assign(new Error("Connection closed"), { code: "ECONNRESET" })));
  });
  broken.catch(() => {});
  const connected = new Promise<void>((resolve, reject) => connection.connect(settle(resolve, reject)));
  await Promise.race([broken, connected]);
  if (user !== "") {
    const credentials = { user, pass: password };
    const known = new Promise<void>((resolve, reject) => connection.login(credentials, settle(resolve, reject)));
    await Promise.race([broken, known]);
  }
  const envelope = {
    from: mail.from.address,
    to: [...mail.to, ...mail.cc].map(({ address }) => address),
    size: bytes.length,
  };
  const sent = new Promise<SmtpConnection.SentMessageInfo>((resolve, reject) =>
    connection.send(envelope, toldWhenRead(bytes, progress), (error, info) => (error ? reject(error) : resolve(info))),
  );
  const { accepted, rejected, response } = await Promise.race([broken, sent]);
  connection.quit();
  return { kind: "accepted", answer: response, accepted, rejected };
}

function settle(resolve: () => void, reject: (error: Error) => void): (error?: Error) => void {
  return (error) => (error ? reject(error) : resolve());
}

/** The bytes as a stream, which is not read before the server has asked for them. */
function toldWhenRead(bytes: Buffer, progress: { isSent: boolean }): Readable {
  function* read() {
    progress.isSent = true;
    yield bytes;
  }
  return Readable.from(read(), { objectMode: false });
}

function compose({ from, to, cc, replyTo, subject, text, html, messageId }: Mail): Promise<Buffer> {
  // The composer writes into the addresses that it is given.
  const copies = (addresses: MailAddress[]) => addresses.map((each) => ({ ...each }));
  const mail = new MailComposer({
    from: { ...from },
    to: copies(to),
    cc: copies(cc),
    replyTo: copies(replyTo),
    subject,
    text,
    messageId,
    ...(html === "" ? {} : { html }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}
