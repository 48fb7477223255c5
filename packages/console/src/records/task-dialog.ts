import type { TaskRecord, DashboardCallOptions } from "@portico/client/dashboard";
import { define } from "@portico/elements/internal/lib/define.ts";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Values } from "../lib/form.ts";
import { selectField, textArea, textField } from "../parts/fields.ts";
import { commonWords } from "../words/common.ts";
import { dueAtOf, dueDayOf } from "./due.ts";
import { RecordDialog } from "./record-dialog.ts";
import { recordWords } from "./words.ts";

/** A customer's task in a dialog: made, changed, deleted. */
export class TaskDialog extends RecordDialog<TaskRecord> {
  protected override texts() {
    const words = recordWords(this);
    const { record } = this;
    return {
      heading: record ? words.editTask : words.newTask,
      action: record ? commonWords(this).save : words.createTask,
      deleteHeading: words.deleteTask,
      deleteText: words.deleteTaskText(record?.title ?? "", this.whose?.name ?? words.theCustomer),
    };
  }

  protected override load(id: string): Promise<TaskRecord> {
    return this.api.getTaskRecord(id);
  }

  protected override erase(id: string, options: DashboardCallOptions): Promise<void> {
    return this.api.deleteTask(id, options);
  }

  protected override save(
    { customerId, dueDay, ...values }: Values,
    id: string | undefined,
    options: DashboardCallOptions,
  ): Promise<TaskRecord> {
    const dueAt = dueAtOf(dueDay ?? null, this.org!.timeZone, this.shown?.dueAt);
    const fields = { ...values, dueAt } as { title: string; dueAt: string | null };
    return id
      ? this.api.updateTask(id, fields, options)
      : this.api.createTask({ ...fields, customerId: customerId ?? this.customer!.id });
  }

  protected override renderFields(): TemplateResult {
    const words = recordWords(this);
    const { form, shown } = this;
    const statuses = (["OPEN", "IN_PROGRESS", "DONE"] as const).map(
      (value) => [value, words[value]] as const,
    );
    const priorities = (["LOW", "NORMAL", "HIGH"] as const).map((value) => [value, words[value]] as const);
    return html`
      ${textField(this, form, {
        name: "title",
        label: words.whatToDo,
        value: shown?.title,
        required: true,
        maxLength: 200,
      })}
      ${textArea(this, form, {
        name: "description",
        label: words.description,
        value: shown?.description,
        rows: 3,
        maxLength: 5000,
      })}
      <div class="pair">
        ${textField(this, form, {
          name: "dueDay",
          label: words.dueDay,
          type: "date",
          hint: words.dueHint,
          value: dueDayOf(shown?.dueAt, this.org!.timeZone),
        })}
        ${selectField(this, form, {
          name: "priority",
          label: words.priority,
          value: shown?.priority ?? "NORMAL",
          required: true,
          choices: priorities,
        })}
      </div>
      ${
        this.record
          ? selectField(this, form, {
              name: "status",
              label: words.status,
              value: shown?.status ?? "OPEN",
              required: true,
              choices: statuses,
            })
          : nothing
      }
    `;
  }
}

define("console-task-dialog", TaskDialog);

declare global {
  interface HTMLElementTagNameMap {
    "console-task-dialog": TaskDialog;
  }
}
