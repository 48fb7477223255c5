import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";

/** What a provider of mail has taken, under one idempotency key once. */
export interface AcceptedMail {
  id: string;
  authorization: string | undefined;
  body: {
    from: string;
    to: string[];
    subject: string;
    text: string;
    html: string;
    reply_to?: string;
    headers: Record<string, string>;
  };
}

/** What the provider does: a status; nothing at all; ends the connection before it takes the mail, or after. */
export type ProviderBehaviour = number | "hang" | "drop" | "lose";

/** A provider of mail over HTTP that keeps a ledger, in the shape of Resend's `POST /emails`. */
export class FakeProvider {
  readonly ledger: AcceptedMail[] = [];
  /** Every request that came, taken or not. */
  requests = 0;
  /** Asked at each request. */
  behave: () => ProviderBehaviour = () => 200;
  readonly #server;

  constructor(tls: { key: string; cert: string }) {
    this.#server = createServer(tls, (request, response) => void this.#answer(request, response));
  }

  get url(): string {
    return `https://localhost:${(this.#server.address() as AddressInfo).port}/emails`;
  }

  async start(): Promise<this> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return this;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    this.requests++;
    const behaviour = this.behave();
    if (behaviour === "hang") return;
    if (behaviour === "drop") return void request.socket.destroy();
    const isTaken = behaviour === "lose" || behaviour === 200;
    const id = String(request.headers["idempotency-key"]);
    const { authorization } = request.headers;
    if (isTaken && !this.ledger.some((mail) => mail.id === id))
      this.ledger.push({ id, authorization, body: JSON.parse(text) as AcceptedMail["body"] });
    if (behaviour === "lose") return void request.socket.destroy();
    response.writeHead(behaviour, { "Content-Type": "application/json", Location: "/elsewhere" });
    response.end(JSON.stringify({ id: "fake", message: "secret words of the provider" }));
  }
}
