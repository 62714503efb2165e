import { createServer, type Server, Socket } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";
import { TEST_CERTIFICATE, TEST_KEY } from "./test-certificate";

export type ReceivedMail = { from: string; to: string[]; user: string | null; isEncrypted: boolean; data: string };

/** What to say to a command in place of the usual: an answer, or nothing more. `.` stands for the end of a mail. */
export type SinkReply = string | "hang" | "close";

export type SinkOptions = {
  /** `starttls` offers it. Default: no TLS. */
  encryption?: "tls" | "starttls";
  reply?: (command: string, n: number) => SinkReply | undefined;
  host?: string;
};

export type SmtpSink = {
  port: number;
  mails: ReceivedMail[];
  /** Every command, without what follows AUTH. */
  commands: string[];
  connectionCount: () => number;
  close: () => Promise<void>;
};

/** Starts a real SMTP server on a free port, which keeps every mail and delivers none. */
export async function startSmtpSink(options: SinkOptions = {}): Promise<SmtpSink> {
  const mails: ReceivedMail[] = [];
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    const talk = new Talk(options, { mails, commands });
    if (options.encryption === "tls") talk.secure(socket);
    else talk.listen(socket);
    talk.say("220 sink ESMTP");
  });
  return {
    port: await listen(server, options.host ?? "127.0.0.1"),
    mails,
    commands,
    connectionCount: () => connections,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

class Talk {
  private socket = new Socket();
  private rest = "";
  private mail: ReceivedMail = { from: "", to: [], user: null, isEncrypted: false, data: "" };
  private isInData = false;

  private readonly options: SinkOptions;
  private readonly kept: { mails: ReceivedMail[]; commands: string[] };

  constructor(options: SinkOptions, kept: { mails: ReceivedMail[]; commands: string[] }) {
    this.options = options;
    this.kept = kept;
  }

  listen(socket: Socket): void {
    this.socket = socket;
    socket.on("data", (chunk) => this.hear(chunk.toString("latin1")));
  }

  secure(socket: Socket): void {
    socket.removeAllListeners("data");
    const secureContext = createSecureContext({ key: TEST_KEY, cert: TEST_CERTIFICATE });
    const secured = new TLSSocket(socket, { isServer: true, secureContext });
    secured.on("error", () => socket.destroy());
    this.mail.isEncrypted = true;
    this.listen(secured);
  }

  say(...lines: string[]): void {
    this.socket.write(lines.map((line) => `${line}\r\n`).join(""));
  }

  private hear(text: string): void {
    this.rest += text;
    for (;;) {
      const end = this.rest.indexOf("\r\n");
      if (end < 0) return;
      const line = this.rest.slice(0, end);
      this.rest = this.rest.slice(end + 2);
      if (this.isInData) this.take(line);
      else this.obey(line);
    }
  }

  private take(line: string): void {
    if (line !== ".") {
      this.mail.data += `${line.replace(/^\.\./, ".")}\r\n`;
      return;
    }
    this.isInData = false;
    this.answer(".", () => {
      this.kept.mails.push(this.mail);
      this.say("250 2.0.0 Ok: queued");
    });
  }

  private obey(line: string): void {
    this.answer(line.replace(/^AUTH (\w+).*/, "AUTH $1"), () => {
      const [, verb = "", value = ""] =
        /^(EHLO|STARTTLS|AUTH PLAIN|MAIL FROM:|RCPT TO:|DATA|QUIT)\s*(.*)$/.exec(line) ?? [];
      switch (verb) {
        case "EHLO":
          return this.say(...this.greeting());
        case "STARTTLS":
          if (!this.offersTls()) return this.say("502 what?");
          this.say("220 go ahead");
          return this.secure(this.socket);
        case "AUTH PLAIN":
          this.mail.user = Buffer.from(value, "base64").toString().split("\0")[1] ?? "";
          return this.say("235 ok");
        case "MAIL FROM:":
          this.mail.from = within(value);
          return this.say("250 ok");
        case "RCPT TO:":
          this.mail.to.push(within(value));
          return this.say("250 ok");
        case "DATA":
          this.isInData = true;
          return this.say("354 go on");
        case "QUIT":
          this.say("221 bye");
          return this.socket.end();
        default:
          return this.say("502 what?");
      }
    });
  }

  private greeting(): string[] {
    return ["250-sink", ...(this.offersTls() ? ["250-STARTTLS"] : []), "250-SIZE 100000", "250 AUTH PLAIN LOGIN"];
  }

  private offersTls(): boolean {
    return this.options.encryption === "starttls" && !this.mail.isEncrypted;
  }

  private answer(command: string, usual: () => void): void {
    this.kept.commands.push(command);
    const reply = this.options.reply?.(command, this.kept.commands.filter((each) => each === command).length);
    if (reply === undefined) usual();
    else if (reply === "close") this.socket.destroy();
    else if (reply !== "hang") this.say(reply);
  }
}

function within(value: string): string {
  return /<([^>]*)>/.exec(value)?.[1] ?? value;
}

function listen(server: Server, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, host, () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("The sink has no port."));
      else resolve(address.port);
    });
  });
}
