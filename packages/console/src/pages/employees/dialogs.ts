import type { Employee } from "@portico/client/dashboard";
import { html } from "lit";
import type { TemplateResult } from "lit";
import type { FormController } from "../../lib/form.ts";
import { router } from "../../lib/router.ts";
import { dialog, formDialog } from "../../parts/dialog.ts";
import { selectField, textField } from "../../parts/fields.ts";
import { commonWords } from "../../words/common.ts";
import type { EmployeesPage } from "./employees.ts";
import { employeesWords } from "./words.ts";

/** What somebody who works here is. */
export type EmployeeRole = Employee["role"];

const roles = ["EMPLOYEE", "ADMIN", "OWNER"] as const;

// Nobody makes anybody what they are not themselves.
function roleField(page: EmployeesPage, form: FormController, value: EmployeeRole): TemplateResult {
  const words = employeesWords(page);
  const offered = roles.filter((role) => role !== "OWNER" || page.may("OWNER"));
  return html`${selectField(page, form, {
      name: "role",
      label: words.role,
      value,
      required: true,
      choices: offered.map((role) => [role, words.roles[role]] as const),
    })}
    <dl class="facts small field">
      ${offered.map(
        (role) =>
          html`<dt>${words.roles[role]}</dt>
            <dd>${words.roleHints[role]}</dd>`,
      )}
    </dl>`;
}

/** Whom to invite into the team, as what. */
export function inviteEmployeeFields(page: EmployeesPage, form: FormController): TemplateResult {
  const words = employeesWords(page);
  return html`
    ${textField(page, form, { name: "email", label: words.email, type: "email", required: true })}
    ${textField(page, form, { name: "name", label: words.name, hint: words.nameHint, maxLength: 200 })}
    ${roleField(page, form, "EMPLOYEE")}
  `;
}

/** Why nothing of somebody can be changed here; nothing where it can. */
function locked(page: EmployeesPage, employee: Employee): unknown {
  const words = employeesWords(page);
  if (employee.id === page.user.id) {
    const why = page.isLastOwner(employee)
      ? words.lastOwner
      : employee.role === "OWNER"
        ? words.selfOwner
        : words.self;
    return html`<p>${why}</p>
      <p><a href=${router.href("account")}>${words.toAccount}</a></p>`;
  }
  return employee.role === "OWNER" && !page.may("OWNER") ? html`<p>${words.ownersOnly}</p>` : undefined;
}

/** Somebody's role, and whether they can sign in. */
export function employeeDialog(
  page: EmployeesPage,
  form: FormController,
  employee: Employee,
  { close, toggle }: { close: () => void; toggle: (event: Event) => void },
): TemplateResult {
  const words = employeesWords(page);
  const heading = employee.name;
  const why = locked(page, employee);
  if (why) return dialog(page, { heading, close }, html`<div class="second why">${why}</div>`);
  const extra = html`<button
    type="button"
    class="btn ${employee.disabledAt ? "" : "danger"}"
    @click=${toggle}
  >
    ${employee.disabledAt ? words.enable : words.disable}
  </button>`;
  return formDialog(
    page,
    form,
    { heading, action: commonWords(page).save, close, extra },
    html`<p class="second field">${employee.email}</p>
      ${roleField(page, form, employee.role)}`,
  );
}
