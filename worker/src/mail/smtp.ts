import { LogLevel, WorkerMailer, type EmailOptions, type WorkerMailerOptions } from "worker-mailer";
import { inTime, MailError } from "./error.ts";
import { autoSubmitted, encodeAddress, encodeText, type Message, type SendMail } from "./message.ts";

/** A submission server (RFC 6409) and how it is spoken to. */
export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte, after STARTTLS, or not at all. */
  security: "tls" | "starttls" | "none";
  username?: string | undefined;
  password?: string | undefined;
  /** What this deployment calls itself. */
  name: string;
}

/** What worker-mailer (1.2.1, pinned for that) declares private, of which three parts are mended below. */
interface Mailer {
  socket: { close(): Promise<void> };
  reader: ReadableStreamDefaultReader<Uint8Array>;
  supportsStartTls: boolean;
  initializeSmtpSession(): Promise<void>;
  start(): Promise<void>;
  send(email: EmailOptions): Promise<void>;
  writeLine(line: string): Promise<void>;
  readTimeout(): Promise<string>;
  auth(): Promise<void>;
}
const Base = WorkerMailer as unknown as new (options: WorkerMailerOptions) => Mailer;

/** UTF-8 as btoa() takes it, a character a byte. */
const utf8 = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));

class Session extends Base {
  readonly #server: SmtpServer;
  #verb = "greeting";

  constructor(server: SmtpServer) {
    const { host, port, security, username, password } = server;
    super({
      host,
      port,
      secure: security === "tls",
      startTls: security === "starttls",
      authType: ["plain", "login"],
      ...(username && password && { credentials: { username: utf8(username), password: utf8(password) } }),
      // The library would ask for no report where a mail cannot be delivered after all.
      dsn: { NOTIFY: { FAILURE: true } },
      logLevel: LogLevel.NONE,
    });
    this.#server = server;
  }

  override writeLine(line: string): Promise<void> {
    // Not every line is a command: credentials are lines too.
    this.#verb = /^(?:EHLO|STARTTLS|AUTH|MAIL|RCPT|DATA|RSET|QUIT)\b/.exec(line)?.[0] ?? this.#verb;
    const name = line.replace(/^(EHLO|HELO) .*/, `$1 ${this.#server.name}`);
    return super.writeLine(name.replace(/^(MAIL FROM|RCPT TO): /, "$1:").trimEnd());
  }

  /** A whole reply. The library reads a closed connection for ever, so that even its own timeout never comes. */
  override async readTimeout(): Promise<string> {
    const decoder = new TextDecoder();
    let reply = "";
    while (!/(?:^|\n)\d{3}(?: [^\n]*)?\r?\n$/.test(reply)) {
      const { value, done } = await this.reader.read();
      if (done || reply.length > 16_384) throw new MailError("UNREACHABLE");
      reply += decoder.decode(value, { stream: true });
    }
    if (/^[45]/.test(reply)) throw refusal(reply.slice(0, 3), this.#verb);
    return reply;
  }

  /** Nothing secret goes unencrypted because a server, or somebody between, does not offer STARTTLS. */
  override async auth(): Promise<void> {
    const { security, username } = this.#server;
    if (security === "starttls" && !this.supportsStartTls)
      throw new MailError("NOT_AUTHORIZED", "the server offers no STARTTLS");
    if (username) await super.auth();
  }
}

/** Only what is said of a receiver or of the mail itself can be final; the rest is the deployment's or the moment's. */
function refusal(status: string, verb: string): MailError {
  const isFinal = status.startsWith("5");
  const detail = `SMTP ${status} to ${verb}`;
  if (isFinal && (verb === "RCPT" || verb === "DATA")) return new MailError("REFUSED", detail);
  if (isFinal && (verb === "AUTH" || verb === "MAIL")) return new MailError("NOT_AUTHORIZED", detail);
  return new MailError("UNAVAILABLE", detail);
}

/** Every header is given ready-made: the library would neither fold nor clean them. */
const emailOf = ({ from, to, replyTo, subject, text, html, messageId }: Message): EmailOptions => ({
  from: from.email,
  to,
  subject,
  text,
  html,
  headers: {
    From: encodeAddress(from),
    To: to,
    ...(replyTo && { "Reply-To": replyTo }),
    Subject: encodeText(subject),
    "Message-ID": messageId,
    ...autoSubmitted,
  },
});

/** Sends by SMTP, one connection a mail. */
export const sendBySmtp =
  (server: SmtpServer): SendMail =>
  async (message) => {
    const session = new Session(server);
    // Never awaited: closing may take for ever (workerd issue 2060).
    const close = () => void session.socket.close().catch(() => {});
    const talk = async () => {
      await session.initializeSmtpSession();
      void session.start().catch(() => {});
      await session.send(emailOf(message));
      await session.writeLine("QUIT").catch(() => {});
    };
    try {
      await inTime(talk());
    } catch (error) {
      throw error instanceof MailError ? error : new MailError("UNREACHABLE", undefined, { cause: error });
    } finally {
      close();
    }
  };
