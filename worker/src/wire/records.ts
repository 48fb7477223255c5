import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { BatchResult, batchOf } from "./batch.ts";
import { idParam, pageOf, pageQuery } from "./common.ts";
import {
  body,
  changeHeaders,
  changeProblems,
  createHeaders,
  createProblems,
  item,
  json,
  problems,
  readProblems,
} from "./problems.ts";
import type { ErrorCode } from "../errors.ts";
import { openToKeys } from "./security.ts";

/** What one operation says of itself. */
interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  /** What it may answer beyond what every such operation may. */
  fails?: readonly ErrorCode[];
}

/**
 * The operations that every kind of record at the dashboard has, each only what is its own: how they are asked, what
 * they answer and how they fail is the same for all of them.
 */
export function recordOperations<Schema extends z.ZodType>(options: {
  /** `/dashboard/tasks` */
  path: string;
  tag: string;
  record: Schema;
  /** What OpenAPI calls a page of them. */
  page: string;
}) {
  const { path, record } = options;
  const common = (method: Parameters<typeof openToKeys>[0], at: string) => ({
    tags: [options.tag],
    ...openToKeys(method, at),
  });
  const one = `${path}/{id}`;
  return {
    list: <Filters extends z.ZodRawShape>({ fails = [], ...said }: Operation, filters: Filters) =>
      createRoute({
        ...common("get", path),
        ...said,
        method: "get",
        path,
        request: { query: z.object({ ...filters, ...pageQuery }) },
        responses: {
          200: json(pageOf(record, options.page), "A page."),
          ...problems("INVALID_REQUEST", ...readProblems, ...fails),
        },
      }),
    get: ({ fails = [], ...said }: Operation) =>
      createRoute({
        ...common("get", one),
        ...said,
        method: "get",
        path: one,
        request: { params: idParam },
        responses: {
          200: item(record, "The record."),
          ...problems(...readProblems, "NOT_FOUND", ...fails),
        },
      }),
    create: <Input extends z.ZodType, Made extends z.ZodType = Schema>(
      { fails = [], ...said }: Operation,
      input: Input,
      made = record as unknown as Made,
    ) =>
      createRoute({
        ...common("post", path),
        ...said,
        method: "post",
        path,
        request: { ...body(input), headers: createHeaders },
        responses: { 201: item(made, "The new record."), ...problems(...createProblems, ...fails) },
      }),
    update: <Input extends z.ZodType>({ fails = [], ...said }: Operation, input: Input) =>
      createRoute({
        ...common("patch", one),
        ...said,
        method: "patch",
        path: one,
        request: { params: idParam, ...body(input), headers: changeHeaders },
        responses: {
          200: item(record, "The record as it is now."),
          ...problems(...changeProblems, ...fails),
        },
      }),
    /** Many at once, from 1 to 500 rows. */
    batch: <Row extends z.ZodType>({ fails = [], ...said }: Operation, row: Row) =>
      createRoute({
        ...common("post", `${path}/batch`),
        ...said,
        method: "post",
        path: `${path}/batch`,
        request: { ...body(batchOf(row)), headers: createHeaders },
        responses: {
          200: json(BatchResult, "What became of each row, in order."),
          ...problems(...createProblems, ...fails),
        },
      }),
    /** A change that is one word, as `POST /dashboard/invitations/{id}/revoke`. */
    step: <Status extends 200 | 202 = 200>(
      name: string,
      { fails = [], ...said }: Operation,
      status: Status = 200 as Status,
    ) =>
      createRoute({
        ...common("post", `${one}/${name}`),
        ...said,
        method: "post",
        path: `${one}/${name}`,
        request: { params: idParam, headers: changeHeaders },
        responses: {
          [status as 200]: item(record, "The record as it is now."),
          ...problems(...changeProblems, ...fails),
        },
      }),
    delete: ({ fails = [], ...said }: Operation) =>
      createRoute({
        ...common("delete", one),
        ...said,
        method: "delete",
        path: one,
        request: { params: idParam, headers: changeHeaders },
        responses: { 204: { description: "Deleted." }, ...problems(...changeProblems, ...fails) },
      }),
  };
}
