import type { Employee } from "@portico/client/dashboard";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { ConsolePage } from "../../lib/console-page.ts";
import { router } from "../../lib/router.ts";
import { addDays, toInstant } from "../../lib/zoned.ts";
import { auditWords } from "../../audit/words.ts";

const kinds = ["EMPLOYEE", "CUSTOMER", "KEY", "SYSTEM"] as const;
const names = ["actorKind", "actorId", "action", "entity", "entityId", "from", "to"] as const;

/** What the API is asked for, as the address has it: `from` and `to` are days of the organization's zone. */
export function auditQuery(timeZone: string) {
  const asked = (name: (typeof names)[number]) => router.query.get(name) ?? undefined;
  const day = (name: "from" | "to", days: number) => {
    const value = asked(name);
    const isDay = value && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
    return isDay ? toInstant(`${addDays(value, days)}T00:00`, timeZone) : undefined;
  };
  return {
    actorKind: kinds.find((kind) => kind === asked("actorKind")),
    actorId: asked("actorId"),
    action: asked("action"),
    entity: asked("entity"),
    entityId: asked("entityId"),
    from: day("from", 0),
    to: day("to", 1),
  };
}

/** Whether the address asks for less than everything. */
export const isFiltered = (): boolean => names.some((name) => router.query.get(name));

/** The address without any filter. */
export const unfiltered = (): string => router.href("audit-log");

type Choice = readonly [value: string, text: string];

const choose = (name: string) => (event: Event) =>
  router.go(
    router.hrefWith({
      [name]: (event.target as HTMLInputElement).value,
      cursor: null,
      ...(name === "entity" && { entityId: null }),
    }),
  );

function select(name: string, label: string, any: string, choices: Choice[]): TemplateResult {
  const chosen = router.query.get(name) ?? "";
  return html`<label>
    ${label}
    <select @change=${choose(name)}>
      ${[["", any] as const, ...choices].map(
        ([value, text]) => html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`,
      )}
    </select>
  </label>`;
}

const day = (name: string, label: string): TemplateResult =>
  html`<label>
    ${label}
    <input type="date" .value=${live(router.query.get(name) ?? "")} @change=${choose(name)} />
  </label>`;

/** The filters, each in the address. `actors`: those who can be chosen, with whoever the address names. */
export function filterBar(host: ConsolePage, employees: Employee[], others: Choice[]): TemplateResult {
  const words = auditWords(host);
  const people = new Map([...others, ...employees.map(({ id, name }) => [id, name] as const)]);
  return html`<search class="filters" aria-label=${words.filters}>
      ${select(
        "actorKind",
        words.actorKind,
        words.anyActorKind,
        kinds.map((kind) => [kind, words.actorKinds[kind]]),
      )}
      ${select("actorId", words.actor, words.anyActor, [...people])}
      ${select("entity", words.entity, words.anyEntity, Object.entries(words.entities))}
      ${select("action", words.action, words.anyAction, Object.entries(words.actions))}
      ${day("from", words.from)} ${day("to", words.to)}
    </search>
    ${
      isFiltered()
        ? html`<p class="only">
            ${router.query.get("entityId") ? html`<span>${words.oneRecord}</span>` : nothing}
            <a href=${unfiltered()}>${words.clear}</a>
          </p>`
        : nothing
    }`;
}
