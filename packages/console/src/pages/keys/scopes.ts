import type { ApiKey } from "@portico/client/dashboard";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { ConsolePage } from "../../lib/console-page.ts";
import type { FormController, Values } from "../../lib/form.ts";
import { keysWords } from "./words.ts";
import type { KeysWords } from "./words.ts";

const rooms = ["customers", "appointments", "tasks", "notes", "invitations", "audit-log", "organization"];
const readOnly = new Set(["audit-log", "organization"]);

/** What a key may do, in a sentence or two. */
export function scopesText(host: ConsolePage, words: KeysWords, { scopes }: Pick<ApiKey, "scopes">): string {
  const list = new Intl.ListFormat(host.localize.lang, { type: "conjunction" });
  const of = (level: string) => rooms.filter((room) => (scopes as string[]).includes(`${room}:${level}`));
  const written = of("write");
  const read = of("read").filter((room) => !written.includes(room));
  const say = (sentence: (rooms: string) => string, named: string[]) =>
    named.length ? [sentence(list.format(named.map((room) => words.rooms[room]!)))] : [];
  return [...say(words.writes, written), ...say(words.reads, read)].join(". ");
}

/** The scopes that were ticked; to write is to read as well. */
export const scopesOf = (values: Values): string[] =>
  rooms.flatMap((room) => {
    if (values[`${room}:write`]) return [`${room}:write`];
    return values[`${room}:read`] ? [`${room}:read`] : [];
  });

/** Writing includes reading: the box beside it says so. */
function onWrite(event: Event): void {
  const { checked, name, form } = event.target as HTMLInputElement;
  const read = form!.elements.namedItem(name.replace("write", "read")) as HTMLInputElement;
  read.checked = checked || read.checked;
  read.disabled = checked;
}

/** A line for each kind of record, with what a key may do about it. */
export function scopesField(host: ConsolePage, form: FormController): TemplateResult {
  const words = keysWords(host);
  const box = (scope: string, label: string, onChange?: (event: Event) => void) =>
    html`<label class="tick">
      <input type="checkbox" name=${scope} value="yes" aria-label=${label} @change=${onChange ?? nothing} />
    </label>`;
  return html`<fieldset class="field" aria-describedby=${form.errors.scopes ? "scopes-error" : nothing}>
    <legend>${words.scopes}</legend>
    <table class="matrix">
      <thead>
        <tr>
          <th scope="col">${words.record}</th>
          <th scope="col">${words.read}</th>
          <th scope="col">${words.write}</th>
        </tr>
      </thead>
      <tbody>
        ${rooms.map(
          (room) =>
            html`<tr>
              <th scope="row">${words.rooms[room]}</th>
              <td>${box(`${room}:read`, words.readOf(words.rooms[room]!))}</td>
              <td>
                ${readOnly.has(room) ? "–" : box(`${room}:write`, words.writeOf(words.rooms[room]!), onWrite)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${form.errors.scopes ? html`<p class="error" id="scopes-error">${form.errors.scopes}</p>` : nothing}
  </fieldset>`;
}
