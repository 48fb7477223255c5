import type { Employee, Invitation } from "@portico/client/dashboard";
import { etagOf } from "@portico/client/dashboard";
import { LoadController } from "@portico/elements/internal/controllers/load.ts";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { avatar, empty, pill } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ago } from "../../lib/ago.ts";
import { ConsolePage } from "../../lib/console-page.ts";
import { FormController } from "../../lib/form.ts";
import type { Values } from "../../lib/form.ts";
import { ListController } from "../../lib/list.ts";
import { router } from "../../lib/router.ts";
import { closeDialog, confirmed, formDialog } from "../../parts/dialog.ts";
import { problemText } from "../../parts/problem.ts";
import { listTable, table } from "../../parts/table.ts";
import type { Column } from "../../parts/table.ts";
import { commonWords } from "../../words/common.ts";
import { invitationColumns } from "../invitations/columns.ts";
import { employeeDialog, inviteEmployeeFields } from "./dialogs.ts";
import type { EmployeeRole } from "./dialogs.ts";
import { employeesWords } from "./words.ts";

// Newest first; the invitations of employees are few among those of customers, and new.
const LOOKED_AT = 300;

/** Who works here: their roles, whether they can sign in, and who is invited. */
export class EmployeesPage extends ConsolePage {
  readonly #list = new ListController<Employee>(this, (query, options) =>
    this.api.listEmployees(query, options),
  );
  readonly #invited = new LoadController<Invitation[]>(this, (signal) => this.#loadInvited(signal));
  readonly #invite = new FormController(
    this,
    (values, form) => this.#send(values, form),
    () => commonWords(this).required,
  );
  readonly #role = new FormController(
    this,
    (values, form) => this.#saveRole(values, form),
    () => commonWords(this).required,
  );

  @state() private isInviting = false;
  @state() private opened?: Employee | undefined;

  override get heading(): string {
    return employeesWords(this).heading;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status !== "signed-in") return;
    this.#list.show({ limit: 50 });
    this.#invited.ensure("invited-employees");
  }

  async #loadInvited(signal: AbortSignal): Promise<Invitation[]> {
    const invited: Invitation[] = [];
    let seen = 0;
    for await (const invitation of this.api.iterateInvitations(
      { status: "PENDING", limit: 100 },
      { signal },
    )) {
      if (invitation.role !== "CUSTOMER") invited.push(invitation);
      if (++seen >= LOOKED_AT) break;
    }
    return invited;
  }

  /** Whether somebody is the only owner who can sign in, as far as it can be seen here. */
  isLastOwner({ id }: Employee): boolean {
    const owners = this.#list.items.filter(({ role, disabledAt }) => role === "OWNER" && !disabledAt);
    return owners.length === 1 && owners[0]!.id === id && !this.#list.hasNext && !this.#list.hasPrevious;
  }

  async #send({ email, name, role }: Values, form: HTMLFormElement): Promise<void> {
    const input = { email: email!, role: role as EmployeeRole, ...(name && { name }) };
    await this.api.createInvitation(input);
    closeDialog(form);
    this.toast(employeesWords(this).invited(email!));
    await this.#invited.reload();
  }

  async #update(employee: Employee, changes: { role?: EmployeeRole; disabled?: boolean }): Promise<Employee> {
    const updated = await this.api.updateEmployee(employee.id, changes, { ifMatch: etagOf(employee) });
    this.#list.put(updated);
    return updated;
  }

  async #saveRole(values: Values, form: HTMLFormElement): Promise<void> {
    const words = employeesWords(this);
    const before = this.opened!;
    const role = values.role as EmployeeRole;
    const updated = await this.#update(before, { role });
    closeDialog(form);
    if (role === before.role) return;
    this.toast(words.roleSaved(updated.name, words.roles[role]), () =>
      this.#attempt(() => this.#update(updated, { role: before.role })),
    );
  }

  async #attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.toast(problemText(this, toPortalError(error)));
      await this.#list.reload();
      return false;
    }
  }

  readonly #toggle = async (event: Event): Promise<void> => {
    const words = employeesWords(this);
    const employee = this.opened!;
    const { name } = employee;
    const isDisabling = !employee.disabledAt;
    closeDialog(event.currentTarget as Element);
    const question = { heading: words.disableHeading(name), text: words.disableText, action: words.disable };
    if (isDisabling && !(await confirmed(this, { ...question, isDanger: true }))) return;
    if (await this.#attempt(() => this.#update(employee, { disabled: isDisabling })))
      this.toast((isDisabling ? words.disabledNow : words.enabledNow)(name));
  };

  readonly #open = async ({ id }: Employee): Promise<void> => {
    this.#role.reset();
    await this.#attempt(async () => {
      this.opened = await this.api.getEmployee(id);
    });
  };

  get #columns(): Column<Employee>[] {
    const words = employeesWords(this);
    return [
      {
        label: words.name,
        cell: ({ id, name }) =>
          html`<span class="person"
            >${avatar(name)} ${name} ${id === this.user.id ? pill(words.you) : nothing}</span
          >`,
      },
      {
        label: words.email,
        cell: ({ email }) => html`<span class="second breaks">${email}</span>`,
        hidesOnPhone: true,
      },
      { label: words.role, cell: ({ role }) => words.roles[role] },
      {
        label: words.lastSeen,
        cell: ({ lastSeenAt }) =>
          html`<span class="num">${lastSeenAt ? ago(this.time, lastSeenAt) : words.never}</span>`,
      },
      {
        label: words.account,
        cell: ({ disabledAt }) =>
          disabledAt ? pill(words.disabled, "danger") : pill(words.active, "accent"),
      },
    ];
  }

  #renderInvited(): unknown {
    const words = employeesWords(this);
    const invited = this.#invited.value;
    if (!invited) return nothing;
    const reload = () => this.#invited.reload();
    return html`<section class="section" aria-labelledby="pending">
      <div class="head"><h2 id="pending">${words.pending}</h2></div>
      ${
        invited.length
          ? html`<div class="card tablewrap">
              ${table(this, invited, {
                label: words.pending,
                columns: invitationColumns(this, reload),
                empty: nothing,
              })}
            </div>`
          : html`<p class="second">${words.noPending}</p>`
      }
    </section>`;
  }

  protected override renderContent(): TemplateResult {
    const words = employeesWords(this);
    const isAdmin = this.may("ADMIN");
    const invite = () => {
      this.#invite.reset();
      this.isInviting = true;
    };
    const actions = html`<button type="button" class="btn primary" @click=${invite}>${words.invite}</button>`;
    const inviting = {
      heading: words.inviteHeading,
      action: words.send,
      close: () => {
        this.isInviting = false;
        router.go(router.hrefWith({ new: null }), { replace: true });
      },
    };
    return this.renderPage(
      { actions: isAdmin ? actions : nothing },
      html`
        ${listTable(this, this.#list, {
          label: words.heading,
          columns: this.#columns,
          ...(isAdmin && { open: this.#open }),
          empty: empty(words.none, words.noneHint),
        })}
        ${this.#renderInvited()}
        ${
          this.isInviting
            ? formDialog(this, this.#invite, inviting, inviteEmployeeFields(this, this.#invite))
            : nothing
        }
        ${
          this.opened
            ? employeeDialog(this, this.#role, this.opened, {
                close: () => (this.opened = undefined),
                toggle: this.#toggle,
              })
            : nothing
        }
      `,
    );
  }
}

define("console-employees", EmployeesPage);
