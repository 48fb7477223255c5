import { request as httpRequest, Agent, type IncomingHttpHeaders } from "node:http";
import { randomInt } from "node:crypto";

/** Where the Worker under test answers. */
export const portalUrl = process.env.PORTAL_URL ?? "http://localhost:8787";

/** What came back, read to its end. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** The header lines in order, names and values alternating: two lines of one name stay two. */
  rawHeaders: string[];
  text: string;
  /** The body as JSON; throws where it is none. */
  json<T = Record<string, unknown>>(): T;
}

/** What a request may say beyond its method and path. */
export interface RequestOptions {
  headers?: Record<string, string | string[] | undefined>;
  /** Sent as it is where it is text or bytes, as JSON with its content type otherwise. */
  body?: unknown;
  /** Sends the body in chunks, without a Content-Length. */
  isChunked?: boolean;
  /** Another Worker than the one of the run. */
  base?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 100 });

/** One HTTP request with exactly these headers: fetch would add and refuse some. */
export function send(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
  const headers = Object.fromEntries(
    Object.entries(options.headers ?? {}).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
  let { body } = options;
  if (body !== undefined && typeof body !== "string" && !(body instanceof Uint8Array)) {
    headers["Content-Type"] ??= "application/json";
    body = JSON.stringify(body);
  }
  const bytes = body === undefined ? undefined : Buffer.from(body as string);
  if (bytes && !options.isChunked) headers["Content-Length"] ??= String(bytes.length);
  return new Promise((resolve, reject) => {
    const url = new URL(options.base ?? portalUrl);
    const target = { host: url.hostname, port: url.port, path, method, headers, agent };
    const outgoing = httpRequest(target, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        const { statusCode, headers, rawHeaders } = incoming;
        resolve({ status: statusCode ?? 0, headers, rawHeaders, text, json: () => JSON.parse(text) });
      });
    });
    outgoing.on("error", reject);
    if (bytes && options.isChunked) {
      for (let at = 0; at < bytes.length; at += 8192) outgoing.write(bytes.subarray(at, at + 8192));
    } else if (bytes) outgoing.write(bytes);
    outgoing.end();
  });
}

/** An address nobody else in this run has: the rate limit counts by network, and suites must not meet. */
export const newNetwork = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

/** Somebody at a browser: cookies are kept, the network and the origin stay the same. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  network = newNetwork();
  origin: string | undefined;
  accessToken: string | undefined;

  constructor(origin?: string) {
    this.origin = origin;
  }

  /** Sends with everything a browser's page would send; a header set to undefined is left out. */
  async send(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await send(method, path, {
      ...options,
      headers: {
        "CF-Connecting-IP": this.network,
        "X-Requested-With": "portico",
        Origin: this.origin,
        Cookie: cookie || undefined,
        Authorization: this.accessToken && `Bearer ${this.accessToken}`,
        ...options.headers,
      },
    });
    for (const line of answer.headers["set-cookie"] ?? []) this.keep(line);
    return answer;
  }

  get = (path: string, options?: RequestOptions) => this.send("GET", path, options);
  post = (path: string, body?: unknown, options?: RequestOptions) =>
    this.send("POST", path, { ...options, body });

  patch = (path: string, body?: unknown, options?: RequestOptions) =>
    this.send("PATCH", path, { ...options, body });
  delete = (path: string, options?: RequestOptions) => this.send("DELETE", path, options);

  /** Signs in and keeps the access token. */
  async login(email: string, password: string, organization?: string, audience = "portal"): Promise<Answer> {
    const answer = await this.post(`/${audience}/auth/login`, { email, password, organization });
    if (answer.status === 200) this.accessToken = answer.json<{ accessToken: string }>().accessToken;
    return answer;
  }

  /** Another tab or a thief: the same cookies and tokens, changed independently from here on. */
  copy(): Visitor {
    const copy = new Visitor(this.origin);
    copy.network = this.network;
    copy.accessToken = this.accessToken;
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }

  private keep(line: string) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0(?:;|$)/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
