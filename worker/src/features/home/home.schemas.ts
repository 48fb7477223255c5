import * as z from "zod";
import { id, instant } from "../../wire/common.ts";
import { AppointmentRecord, AuditEntry, Invitation, TaskRecord } from "../../wire/entities.ts";
import { MailRecord } from "../../wire/mails.ts";

/** No number on the first page is counted any further. */
export const countedUpTo = 1000;

const count = z
  .number()
  .int()
  .openapi({ description: `${countedUpTo} stands for that many or more.`, example: 3 });

const Activity = z
  .object({
    id,
    at: instant,
    action: AuditEntry.shape.action.openapi({ example: "completeTask" }),
    entity: AuditEntry.shape.entity,
    entityId: id,
    actor: AuditEntry.shape.actor,
    customer: TaskRecord.shape.customer.nullable().openapi({
      description: "As whom they did it; null where the customer or the account is gone.",
    }),
    title: z.string().nullable().openapi({ description: "The task's, where it is about one that is there." }),
  })
  .openapi("Activity");

const setupSteps = ["LOOK", "CUSTOMER", "WEBSITE", "EMBED", "INVITATION"] as const;

export const Home = z
  .object({
    appointments: z.array(AppointmentRecord).openapi({
      description:
        "Today's in the organization's zone, soonest first, 50 at most, without the cancelled ones.",
    }),
    overdueTasks: z
      .object({ count, items: z.array(TaskRecord) })
      .openapi({ description: "What is due and not done; the first ten, longest overdue first." }),
    invitations: z.object({ pending: count, expired: count, items: z.array(Invitation) }).openapi({
      description: "Those that wait to be accepted; the first five, soonest to expire first.",
    }),
    failedMails: z
      .object({ count, items: z.array(MailRecord) })
      .openapi({ description: "Mails of the last thirty days that have failed; the newest five." }),
    activities: z.array(Activity).openapi({ description: "What customers did, the latest 15." }),
    counts: z.object({ customers: count, customersWithAccount: count }),
    setup: z
      .object({
        steps: z.array(z.object({ id: z.enum(setupSteps), done: z.boolean() })).openapi({
          description:
            "A look (accent colour or logo), a customer besides the employees themselves, a website that is allowed, the embed seen on it (`checkEmbed`), an invitation to a customer or a customer with an account.",
        }),
        dismissedAt: instant
          .nullable()
          .openapi({ description: "See `setupDismissed` of `updateOrganization`." }),
      })
      .openapi({ description: "The first run." }),
  })
  .openapi("Home");
