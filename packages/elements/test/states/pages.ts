import { clientWith, deep, pending, refusing, until } from "../helpers.ts";
import {
  click,
  dialog,
  emptyDashboard,
  endless,
  everything,
  goes,
  longNote,
  none,
  offline,
  opens,
  out,
  page,
  press,
  ofPage,
} from "./support.ts";
import type { Name, Row } from "./support.ts";

/** The pages of the portal, and the whole of it. */
export const pages = {
  "portal-dashboard": [
    ["loading", () => clientWith({ restoreSession: pending, getPortalConfig: pending }), ".root"],
    ["error", () => clientWith({ restoreSession: offline, getPortalConfig: offline }), "[part=error]"],
    ["not configured", () => undefined, "[part=error]"],
    ["signed out", () => out(), "input"],
    ["filled", everything, "[part=hero]"],
    ["menu", everything, "#menu:popover-open", click(".me")],
    ["tasks", everything, "portal-tasks [part=task], [part=task]", goes("tasks")],
    ["profile", everything, "portal-account", goes("profile")],
    ["hosted", everything, "h1", (element) => Object.assign(element, { hosted: true })],
    ["hosted, signed out", () => out(), "h1", (element) => Object.assign(element, { hosted: true })],
  ],
  "portal-overview": [
    ...ofPage("getDashboard"),
    ["filled", everything, "[part=hero]"],
    ["empty", () => clientWith({ getDashboard: emptyDashboard }), "[part=empty]"],
    ["done, with its undo", everything, ".settling .link", click("input[type=checkbox]")],
    [
      "not done after all",
      () => clientWith({ completeTask: refusing("UNAVAILABLE") }),
      ".failed",
      click("input[type=checkbox]"),
    ],
    ["dialog", everything, dialog, press("Details")],
  ],
  "portal-appointments": [
    ...ofPage("listAppointments"),
    ["filled", () => endless(), ".visit"],
    ["past", () => clientWith(), ".pill.danger", press("Past")],
    ["empty", () => clientWith({ listAppointments: none }), "[part=empty]"],
    ["empty past", () => clientWith({ listAppointments: none }), "[part=empty]", press("Past")],
    ["more failed", () => endless({ listAppointments: offline }), ".more [part=error]", press("Show more")],
    [
      "more on its way",
      () => endless({ listAppointments: pending }),
      ".more [aria-disabled=true]",
      press("Show more"),
    ],
    ["gone", () => clientWith({ getAppointment: refusing("NOT_FOUND") }), "[part=error]", opens("gone")],
    ["dialog", () => clientWith(), dialog, press("Video consultation")],
  ],
  "portal-tasks": [
    ...ofPage("listTasks"),
    ["filled", everything, "[part=task]"],
    ["done", () => clientWith(), ".done", press("Done")],
    ["empty", () => clientWith({ listTasks: none }), "[part=empty]"],
    ["nothing done", () => clientWith({ listTasks: none }), "[part=empty]", press("Done")],
    ["done, with its undo", everything, ".settling .link", click("input[type=checkbox]")],
    [
      "not done after all",
      () => clientWith({ completeTask: refusing("UNAVAILABLE") }),
      ".failed",
      click("input[type=checkbox]"),
    ],
    ["opened", () => clientWith(), "[part=task]", opens("00000000-0000-7000-8000-000000000200")],
    ["gone", () => clientWith({ getTask: refusing("NOT_FOUND") }), "[part=error]", opens("gone")],
  ],
  "portal-notes": [
    ...ofPage("listNotes"),
    ["filled", () => endless(), "[part=note]"],
    ["empty", () => clientWith({ listNotes: none }), "[part=empty]"],
    [
      "opened",
      () => {
        const { listNotes } = clientWith();
        return clientWith({ listNotes: async () => page((await listNotes()).items.map(longNote)) });
      },
      "[part=body] pre",
      click("button.note"),
    ],
    ["opened, on its way", () => clientWith({ getNote: pending }), ".opened .skeleton", opens("other")],
    ["gone", () => clientWith({ getNote: refusing("NOT_FOUND") }), ".opened [part=error]", opens("gone")],
  ],
  "portal-profile": [
    ["loading", () => clientWith({ restoreSession: pending }), ".skeleton"],
    ["error", () => clientWith({ restoreSession: offline }), "[part=error]"],
    ["signed out", () => out(), "[part=signed-out]"],
    ["filled", () => clientWith(), "portal-account"],
    [
      "wrong",
      () => clientWith(),
      "[aria-invalid=true]",
      async (element) => ((await until(() => deep<HTMLInputElement>(element, "#name"))).value = ""),
      press("Save"),
    ],
    ["not saved", () => clientWith({ updateMe: offline }), ".problem", press("Save")],
    ["busy", () => clientWith({ updateMe: pending }), ".save [aria-disabled=true]", press("Save")],
    ["saved", () => clientWith(), ".saved", press("Save")],
  ],
} satisfies Partial<Record<Name, Row[]>>;
