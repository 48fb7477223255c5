import assert from "node:assert/strict";
import { test } from "node:test";
import type { AuditEntry } from "@portico/client/dashboard";
import { changesOf, nameOf, sentence, summary } from "../src/audit/describe.ts";
import { deviceOf } from "../src/audit/device.ts";
// Node reads these as they are; the English ones come with the browser.
import words from "../src/audit/words.de.ts";

const time = { locale: "de-DE", timeZone: "Europe/Berlin" };
const entry = (more: Partial<AuditEntry>): AuditEntry => ({
  id: "1",
  at: "2026-11-25T08:30:00.000Z",
  actor: { id: "2", name: "Lena", kind: "EMPLOYEE" },
  action: "updateTask",
  entity: "task",
  entityId: "3",
  record: { name: "Fill in the form", customerId: "4" },
  before: { status: "OPEN", completedAt: null },
  after: { status: "DONE", completedAt: "2026-11-25T08:30:00.000Z" },
  network: null,
  userAgent: null,
  requestId: "5",
  ...more,
});

test("a change is a sentence, its fields are in people's words and in the organization's zone", () => {
  const changes = changesOf(words, time, entry({}));
  assert.deepEqual(
    changes.map(({ label, before, after }) => [label, before, after]),
    [
      ["Status", "Offen", "Erledigt"],
      ["Erledigt am", "–", "25.11.2026, 09:30"],
    ],
  );
  assert.equal(sentence(words, entry({})), "Lena hat die Aufgabe „Fill in the form“ geändert");
  assert.equal(summary(entry({}), changes), "Status: Offen → Erledigt");
});

test("what is gone is called as it was, what was renamed as it is named since", () => {
  const gone = { before: { id: "3", title: "Gone" }, after: null, record: null, action: "deleteTask" };
  assert.equal(sentence(words, entry(gone)), "Lena hat die Aufgabe „Gone“ gelöscht");
  const renamed = { before: { title: "Old" }, after: { title: "New" } };
  assert.equal(nameOf(entry(renamed)), "New");
  assert.equal(sentence(words, entry({ record: null })), "Lena hat eine Aufgabe geändert");
});

test("every kind of actor, an operation that nobody foresaw, and what people did themselves", () => {
  const by = (kind: AuditEntry["actor"]["kind"], more: Partial<AuditEntry> = {}) =>
    sentence(words, entry({ actor: { id: "2", name: "CRM", kind }, ...more }));
  assert.equal(by("KEY"), "Der Schlüssel „CRM“ hat die Aufgabe „Fill in the form“ geändert");
  assert.equal(by("SYSTEM"), "Portico hat die Aufgabe „Fill in the form“ geändert");
  const unknown = { action: "doSomething", entity: "thing", before: null, after: null, record: null };
  assert.equal(by("CUSTOMER", unknown), "CRM (Kunde) hat etwas getan, das einen Datensatz betrifft");
  const own = { action: "changeEmployeePassword", entity: "employee", before: null, after: null };
  assert.equal(by("EMPLOYEE", own), "CRM hat ein neues Passwort gewählt");
});

test("values within values, lists and yes or no; ids and what follows from other records are left out", () => {
  const after = {
    id: "3",
    customerId: "4",
    customer: { id: "4", name: "Ada" },
    branding: { accentColor: "#0f6b5c", logoUrl: null },
    terms: { en: { tasks: "Homework" } },
    scopes: ["customers:write", "audit-log:read"],
    isShut: false,
    openTasks: 3,
  };
  assert.deepEqual(
    changesOf(words, time, entry({ before: null, after })).map(({ label, after }) => [label, after]),
    [
      ["Kunde", "Ada"],
      ["Akzentfarbe", "#0f6b5c"],
      ["Eigenes Wort für Aufgaben (Englisch)", "Homework"],
      ["Rechte", "Kunden lesen und schreiben, das Protokoll lesen"],
      ["Is shut", "nein"],
    ],
  );
});

test("devices", () => {
  const chrome =
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
  assert.equal(deviceOf(chrome), "Chrome, macOS");
  assert.equal(deviceOf(chrome.replace("Safari", "Edg/142.0 Safari")), "Edge, macOS");
  assert.equal(deviceOf("curl/8.5.0"), "curl/8.5.0");
  assert.equal(deviceOf(null), undefined);
});
