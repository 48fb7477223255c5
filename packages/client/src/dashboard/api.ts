import { dashboardOperations } from "../generated/dashboard.ts";
import type { operations } from "../generated/openapi.d.ts";
import type { Http, HttpRequest } from "../http.ts";
import { iterate } from "../paging.ts";
import { pathId } from "../resources/item.ts";
import type { CallOptions, Page } from "../types.ts";

type Said = typeof dashboardOperations;

/** The name of an operation of the dashboard. */
export type DashboardOperation = keyof Said;

/** Options of a call to the dashboard. */
export interface DashboardCallOptions extends CallOptions {
  /** Changes only what nobody has changed meanwhile: {@link etagOf} of the record as it was read. Code: `PRECONDITION_FAILED`. */
  ifMatch?: string | undefined;
  /** Names a creation, so that sending it again creates nothing more; a new one for each call when left out. */
  idempotencyKey?: string;
}

type Ids<Path extends string> = Path extends `${string}{${string}}${infer Rest}`
  ? [id: string, ...Ids<Rest>]
  : [];
type BodyOf<O> = O extends { requestBody: { content: { "application/json": infer Body } } } ? Body : never;
type QueryOf<O> = O extends { parameters: { query?: infer Query } } ? Query : never;
type TakesOf<N extends DashboardOperation> = Said[N] extends `${string} body${string}`
  ? [input: BodyOf<operations[N]>]
  : Said[N] extends `${string} ${"query" | "page"}${string}`
    ? operations[N] extends { parameters: { query: object } }
      ? [query: QueryOf<operations[N]>]
      : [query?: QueryOf<operations[N]>]
    : [];
type AnswerOf<O> = O extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: Status extends 200 | 201 | 202
        ? Responses[Status] extends { content: { "application/json": infer Answer } }
          ? Answer
          : never
        : never;
    }[keyof Responses]
  : never;
/** What an operation answers; nothing where it answers 204. */
export type DashboardAnswer<N extends DashboardOperation> = [AnswerOf<operations[N]>] extends [never]
  ? void
  : AnswerOf<operations[N]>;

type Calls = {
  readonly [N in keyof Said]: (
    ...values: [...Ids<Said[N]>, ...TakesOf<N>, options?: DashboardCallOptions]
  ) => Promise<DashboardAnswer<N>>;
};
type ItemOf<T> = T extends { items: (infer Item)[]; nextCursor: string | null } ? Item : never;
type Iterations = {
  readonly [
    N in DashboardOperation as N extends `list${infer Records}`
      ? Said[N] extends `GET ${string} page`
        ? `iterate${Records}`
        : never
      : never
  ]: (
    ...values: [...Ids<Said[N]>, query?: QueryOf<operations[N]>, options?: CallOptions]
  ) => AsyncIterableIterator<ItemOf<DashboardAnswer<N>>>;
};

/**
 * The organization's side as functions, one an operation of the API, by its name: first the ids of its path, then its
 * body or query, then options. `iterate…` walks a list page after page, each fetched when it is reached.
 * All reject with a `PortalError`; the API's reference names the codes of each.
 */
export type DashboardApi = Calls & Iterations;

type Call = (...values: unknown[]) => Promise<unknown>;

function callOf(call: Http, said: string): Call {
  const [method, template, takes, once] = said.split(" ") as [
    HttpRequest["method"],
    string,
    string?,
    string?,
  ];
  return async (...values) => {
    const path = template.replace(/\{\w+\}/g, () => pathId(String(values.shift())));
    const input = takes && takes !== "once" ? (values.shift() as object | undefined) : undefined;
    const { signal, ifMatch, idempotencyKey } = (values.shift() ?? {}) as DashboardCallOptions;
    const key = once || takes === "once" ? (idempotencyKey ?? crypto.randomUUID()) : undefined;
    return call({
      method,
      path,
      signal,
      [takes === "body" ? "body" : "query"]: input,
      headers: { ...(ifMatch && { "If-Match": ifMatch }), ...(key && { "Idempotency-Key": key }) },
      ...(key && { idempotent: true }),
    });
  };
}

/** Makes the functions of the organization's side from one that sends requests with a credential. */
export function dashboardApi(call: Http): DashboardApi {
  const api: Record<string, unknown> = {};
  for (const [name, said] of Object.entries(dashboardOperations)) {
    const send = callOf(call, said);
    api[name] = send;
    if (!said.endsWith(" page")) continue;
    const ids = said.split("{").length - 1;
    api[name.replace("list", "iterate")] = (...values: unknown[]) => {
      const path = values.splice(0, ids);
      const list = (query: object, options?: CallOptions) =>
        send(...path, query, options) as Promise<Page<unknown>>;
      return iterate(list)(...(values as [object?, CallOptions?]));
    };
  }
  return api as DashboardApi;
}
