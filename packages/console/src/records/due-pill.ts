import type { TaskRecord } from "@portico/client/dashboard";
import { daysFromToday, format, shortDay, time } from "@portico/elements/internal/lib/time.ts";
import type { TimeContext } from "@portico/elements/internal/lib/time.ts";
import { pill } from "@portico/elements/internal/primitives/primitives.ts";
import type { TemplateResult } from "lit";
import type { RecordWords } from "./words.ts";

const dayAndMonth = (context: TimeContext, iso: string) =>
  format(context, iso, { day: "numeric", month: "short" });

/** When a task is due or was done, in words. */
export function duePill(
  words: RecordWords,
  context: TimeContext,
  { status, dueAt, completedAt }: TaskRecord,
): TemplateResult {
  if (status === "DONE") return pill(completedAt ? words.doneOn(shortDay(context, completedAt)) : words.DONE);
  if (!dueAt) return pill(words.noDate);
  const days = daysFromToday(context, dueAt);
  if (Date.parse(dueAt) < Date.now())
    return pill(words.overdueSince(days < 0 ? dayAndMonth(context, dueAt) : time(context, dueAt)), "danger");
  if (days === 0) return pill(words.dueToday, "warning");
  if (days === 1) return pill(words.dueTomorrow, "warning");
  return pill(words.due(shortDay(context, dueAt)));
}
