import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { jsonText, readAsEmployee } from "../../access.ts";
import { PorticoError } from "../../errors.ts";
import { decodeChangesCursor } from "../../lib/cursor.ts";
import { newRouter } from "../../router.ts";
import { id, instant, oneOrMore } from "../../wire/common.ts";
import { AppointmentRecord, CustomerRecord, NoteRecord, TaskRecord } from "../../wire/entities.ts";
import { json, problems, readProblems } from "../../wire/problems.ts";
import { followedEntities, listChanges } from "./dashboard.queries.ts";

/** What has changed since, for systems that keep a copy. */
export const changeRoutes = newRouter();
const names = followedEntities as [string, ...string[]];

/** A session, or a key that may read each kind of record that is asked for. */
const security: Record<string, string[]>[] = [
  { accessToken: [] },
  { secretKey: names.map((name) => `${name}:read`) },
];

const Change = z
  .object({
    entity: z.enum(names),
    id,
    externalId: z.string().nullable(),
    deleted: z.boolean(),
    at: instant,
    record: z.union([CustomerRecord, AppointmentRecord, TaskRecord, NoteRecord, z.null()]).openapi({
      description: "As it is now, also where it has changed several times; null: it is deleted.",
    }),
  })
  .openapi("RecordChange");

const listRoute = createRoute({
  tags: ["Dashboard: changes"],
  security,
  method: "get",
  path: "/dashboard/changes",
  operationId: "listChanges",
  summary: "What was made, changed or deleted since",
  description:
    "A key needs the scope to read each of the `entities`. Without `after` everything, from the beginning; then, with `nextCursor`, what has changed since, at least once and never left out. What is deleted is told for 90 days.",
  request: {
    query: z.object({
      after: z.string().max(512).optional().openapi({
        description:
          "`nextCursor` of the answer before, with the same `entities`; or `now`, for what comes from now on.",
      }),
      entities: oneOrMore(names, "Only these; all where it is absent."),
      limit: z.coerce.number().int().min(1).max(500).default(100).openapi({
        description: "How many changes at most, 1 to 500.",
        example: 500,
      }),
    }),
  },
  responses: {
    200: json(
      z
        .object({
          items: z.array(Change),
          nextCursor: z.string().openapi({ description: "Where to go on, at once or later." }),
          hasMore: z.boolean().openapi({ description: "Whether there are more already." }),
        })
        .openapi("ChangePage"),
      "The next changes.",
    ),
    ...problems("INVALID_REQUEST", ...readProblems, "CURSOR_EXPIRED"),
  },
});
changeRoutes.openapi(listRoute, async (c) => {
  const { after, limit, entities = names } = c.req.valid("query");
  c.set("scope", entities.map((name) => `${name}:read`).join(","));
  const values = { limit, ...positionOf(after, names.filter((name) => entities.includes(name)).join(",")) };
  return jsonText(c, await readAsEmployee(c, listChanges, values)) as never;
});

const day = 86_400;
const highest = "18446744073709551615";

/** The placeholders of where to go on. */
function positionOf(cursor: string | undefined, entities: string) {
  const now = Math.floor(Date.now() / 1000);
  const start = { afterId: "00000000-0000-0000-0000-000000000000", since: now, entities };
  if (cursor === undefined) return { ...start, after: "0" };
  if (cursor === "now") return { ...start, after: highest };
  const position = decodeChangesCursor(cursor);
  if (position?.entities !== entities)
    throw new PorticoError("INVALID_REQUEST", {
      errors: [{ path: "after", message: "must be a nextCursor of the same `entities`, or `now`" }],
    });
  if (position.since < now - 90 * day)
    throw new PorticoError("CURSOR_EXPIRED", { detail: "Begin again without `after`." });
  return position;
}
