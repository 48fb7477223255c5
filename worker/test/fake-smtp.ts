import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { TLSSocket } from "node:tls";

/** What a submission server has taken: one entry each time, whether or not its sender learnt of it. */
export interface SubmittedMail {
  id: string;
  from: string;
  to: string;
  /** The mail as it came, before its lines are unfolded. */
  raw: string;
  user: string | undefined;
  isEncrypted: boolean;
}

/**
 * What the server does: `accept`; refuse at a command with a reply of its own; hang for ever or drop the connection at
 * a command; take the mail and drop the connection instead of saying so (`lose`).
 */
export type SmtpBehaviour =
  | { does: "accept" }
  | { does: "refuse"; at: string; reply: string }
  | { does: "hang" | "drop"; at: string }
  | { does: "lose" };

interface Options {
  /** Where it speaks TLS: from the first byte, or after STARTTLS. */
  tls?: { key: string; cert: string; isImplicit: boolean };
  /** Who may send; nobody has to say who they are otherwise. */
  user?: { name: string; password: string };
}

/** A submission server that keeps a ledger. It speaks as much SMTP as a client needs (RFC 5321). */
export class FakeSmtp {
  readonly ledger: SubmittedMail[] = [];
  /** Every line that came before DATA, of all connections. */
  readonly lines: string[] = [];
  /** Asked at each connection. */
  behave: () => SmtpBehaviour = () => ({ does: "accept" });
  /** May change between connections. */
  readonly options: Options;
  readonly #sockets = new Set<Socket>();
  readonly #server;

  constructor(options: Options = {}) {
    this.options = options;
    this.#server = createServer((socket) => {
      this.#keep(socket);
      const { tls } = options;
      if (tls?.isImplicit) this.#talk(this.#secure(socket, tls), true);
      else this.#talk(socket, false);
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async start(port = 0): Promise<this> {
    this.#server.listen(port, "127.0.0.1");
    await once(this.#server, "listening");
    return this;
  }

  stop(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #keep(socket: Socket) {
    this.#sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => this.#sockets.delete(socket));
  }

  #secure(socket: Socket, { key, cert }: { key: string; cert: string }): Socket {
    const secured = new TLSSocket(socket, { isServer: true, key, cert });
    secured.on("error", () => socket.destroy());
    return secured;
  }

  #talk(socket: Socket, isEncrypted: boolean, isAgain = false): void {
    const behaviour = this.behave();
    const { tls, user } = this.options;
    const mail = { from: "", to: "", user: undefined as string | undefined, isEncrypted };
    let rest = "";
    let data: string | undefined;
    const say = (line: string) => socket.write(`${line}\r\n`);

    /** Does what the server was told to do at this command; false where that leaves it to be answered. */
    const misbehave = (verb: string): boolean => {
      if (behaviour.does === "accept" || behaviour.does === "lose" || behaviour.at !== verb) return false;
      if (behaviour.does === "refuse") say(behaviour.reply);
      if (behaviour.does === "drop") socket.destroy();
      return true;
    };
    const take = (raw: string) => {
      const id = /^Message-ID: <([^@>]+)@/im.exec(raw)?.[1] ?? "";
      if (misbehave("BODY")) return;
      this.ledger.push({ ...mail, id, raw });
      if (behaviour.does === "lose") socket.destroy();
      else say("250 2.0.0 Taken");
    };
    const capabilities = () => [
      "fake.example",
      ...(tls && !isEncrypted ? ["STARTTLS"] : []),
      ...(user && (!tls || isEncrypted) ? ["AUTH LOGIN PLAIN"] : []),
      "DSN",
      "8BITMIME",
    ];
    const answer = (line: string) => {
      const [verb = "", ...words] = line.split(" ");
      const argument = words.join(" ");
      if (misbehave(verb)) return;
      if (verb === "EHLO")
        capabilities().forEach((name, n, all) => say(`250${n < all.length - 1 ? "-" : " "}${name}`));
      else if (verb === "STARTTLS") {
        say("220 Go ahead");
        socket.removeAllListeners("data");
        this.#talk(this.#secure(socket, tls!), true, true);
      } else if (verb === "AUTH") {
        const [, name, password] = Buffer.from(words[1] ?? "", "base64")
          .toString()
          .split("\0");
        const isRight = name === user?.name && password === user?.password;
        if (isRight) mail.user = name;
        say(isRight ? "235 2.7.0 Welcome" : "535 5.7.8 Wrong");
      } else if (verb === "MAIL") {
        mail.from = /<([^>]*)>/.exec(argument)?.[1] ?? "";
        say(user && !mail.user ? "530 5.7.0 Who are you?" : "250 2.1.0 OK");
      } else if (verb === "RCPT") {
        mail.to = /<([^>]*)>/.exec(argument)?.[1] ?? "";
        say("250 2.1.5 OK");
      } else if (verb === "DATA") {
        data = "";
        say("354 Go on");
      } else if (verb === "QUIT") socket.end("221 2.0.0 Bye\r\n");
      else say("250 2.0.0 OK");
    };
    socket.on("data", (chunk: Buffer) => {
      rest += chunk.toString("latin1");
      for (;;) {
        const end = data === undefined ? rest.indexOf("\r\n") : rest.indexOf("\r\n.\r\n");
        if (end < 0) return;
        const part = rest.slice(0, end);
        rest = rest.slice(end + (data === undefined ? 2 : 5));
        if (data !== undefined) {
          data = undefined;
          take(part.replaceAll("\r\n..", "\r\n."));
        } else {
          this.lines.push(part);
          answer(part);
        }
      }
    });
    if (!isAgain && !misbehave("greeting")) say("220 fake.example ESMTP");
  }
}
