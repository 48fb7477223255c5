// Everything that is shown is disguised in Greek letters: the strings by a made-up language, the data by its client, and
// what Intl formats by being in Greek. A Latin letter is then a string that somebody wrote into an element.
import "../src/define/portal-dashboard.ts";
import "../src/define/portal-login.ts";
import type { InvitationPreview, PortalClient, PortalErrorCode } from "@portico/client";
import { removeLink } from "../src/lib/used-link.ts";
import { languages } from "../src/localization/languages.ts";
import { PortalFinder } from "../src/components/portal-finder/portal-finder.ts";
import { define } from "../src/lib/define.ts";
import { disguise, disguisedClient as client, pseudo, said } from "./disguise.ts";
import { english } from "./english.ts";
import { closeLink, field, openLink, submit } from "./forms.ts";
import { button, clear, deep, deepAll, equal, mount, pending, refusing, until } from "./helpers.ts";

let checked = 0;
function isDisguised(element: Element): void {
  const all = said(element);
  checked += all.length;
  equal(
    all.filter((text) => /[a-z]/i.test(text)),
    [],
    "written into the element",
  );
}

const settle = (milliseconds = 80) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const open = async (name: "portal-dashboard" | "portal-login", given: PortalClient) => {
  const element = await mount(name, given);
  await settle();
  return element;
};
const click = async (element: Element, selector: string, at = 0) => {
  (await until(() => deepAll(element, selector)[at], selector)).click();
  await settle();
};

describe("no string is written into an element", () => {
  beforeEach(() => {
    languages.el = () => Promise.resolve({ default: pseudo });
    document.documentElement.lang = "el";
  });
  afterEach(() => {
    delete languages.el;
    document.documentElement.lang = "en";
    removeLink();
    closeLink();
    clear();
  });

  it("while it loads, and when that fails in any way", async () => {
    const codes: PortalErrorCode[] = ["NETWORK", "RATE_LIMITED", "UNAVAILABLE", "INTERNAL", "NOT_FOUND"];
    isDisguised(await open("portal-dashboard", client({ getDashboard: pending })));
    for (const code of codes) {
      const refused = refusing(code, { requestId: "1" });
      isDisguised(await open("portal-dashboard", client({ getDashboard: refused })));
      isDisguised(await open("portal-dashboard", client({ getPortalConfig: refused })));
      clear();
    }
  });

  for (const view of ["overview", "appointments", "tasks", "notes", "profile"] as const) {
    it(`${view}: full, empty, refused and loading`, async () => {
      const none = async () => ({ items: [], nextCursor: null });
      const refused = refusing("UNAVAILABLE", { requestId: "1" });
      for (const replaced of [
        {},
        { listAppointments: none, listTasks: none, listNotes: none, listSessions: none },
        { listAppointments: refused, listTasks: refused, listNotes: refused, listSessions: refused },
        { listAppointments: pending, listTasks: pending, listNotes: pending, listSessions: pending },
      ]) {
        const dashboard = await mount("portal-dashboard", client(replaced));
        await until(() => deep(dashboard, ".tab"));
        dashboard.navigateTo({ view });
        await settle(150);
        isDisguised(dashboard);
        if (view === "appointments" || view === "tasks") {
          await click(dashboard, "[part=segmented] button", 1);
          isDisguised(dashboard);
        }
        clear();
      }
    });
  }

  it("an appointment, a task that is done or could not be, a note, the menu", async () => {
    const dashboard = await mount("portal-dashboard", client());
    await until(() => deep(dashboard, "[part=hero]"));
    for (const details of await client()
      .listAppointments({})
      .then(({ items }) => items)) {
      dashboard.navigateTo({ view: "appointments", id: details.id });
      await settle(150);
      isDisguised(dashboard);
    }
    dashboard.navigateTo({ view: "tasks" });
    await click(dashboard, "input[type=checkbox]");
    isDisguised(dashboard);
    const [note] = (await client().listNotes({})).items;
    dashboard.navigateTo({ view: "notes", id: note!.id });
    await until(() => deep(dashboard, ".opened"));
    await settle();
    isDisguised(dashboard);
    clear();
    const refusing_ = await mount("portal-dashboard", client({ completeTask: refusing("UNAVAILABLE") }));
    await click(refusing_, "input[type=checkbox]");
    isDisguised(refusing_);
  });

  it("the profile: refused, saved, another address, another password, the other devices", async () => {
    const errors = [{ path: "phone", message: "server" }];
    const dashboard = await mount(
      "portal-dashboard",
      client({
        updateMe: refusing("INVALID_REQUEST", { errors }),
        changePassword: refusing("WRONG_PASSWORD"),
      }),
    );
    await until(() => deep(dashboard, ".tab"));
    dashboard.navigateTo({ view: "profile" });
    await click(dashboard, "button[type=submit]");
    isDisguised(dashboard);
    for (const at of [0, 1]) {
      await click(dashboard, "portal-account button[aria-label], .row button[aria-label]", at);
      isDisguised(dashboard);
    }
    await click(dashboard, "[data-asks]");
    isDisguised(dashboard);
    await click(dashboard, "#yes");
    isDisguised(dashboard);
  });

  it("signing in: empty, refused, on the wrong side, done", async () => {
    for (const code of ["INVALID_CREDENTIALS", "CUSTOMER_REQUIRED", "RATE_LIMITED", "INTERNAL"] as const) {
      const login = await open("portal-login", client({ login: refusing(code) }, true));
      isDisguised(login);
      submit(login);
      await settle();
      isDisguised(login);
      (await field(login, "username")).value = "ada@example.com";
      (await field(login, "current-password")).value = "a long sentence";
      submit(login);
      await settle(200);
      isDisguised(login);
      clear();
    }
    isDisguised(await open("portal-login", client()));
  });

  it("making an account, and forgetting a password", async () => {
    for (const [at, given] of [
      [0, { verifyRegistration: refusing("INVALID_CODE") }],
      [1, { resetPassword: refusing("INVALID_CODE") }],
    ] as const) {
      const login = await open("portal-login", client(given, true));
      button(login, disguise(at === 0 ? english.createAccount! : english.forgotPassword!))!.click();
      await settle(200);
      isDisguised(login);
      submit(login);
      await settle();
      isDisguised(login);
      for (const input of login.querySelectorAll<HTMLInputElement>("input")) {
        input.value = input.autocomplete === "username" ? "ada@example.com" : "a long sentence";
      }
      submit(login);
      const code = await field(login, "one-time-code");
      isDisguised(login);
      submit(login);
      await settle();
      isDisguised(login);
      code.value = "123456";
      for (const input of login.querySelectorAll<HTMLInputElement>("input[type=password]")) {
        input.value = "a long sentence";
      }
      submit(login);
      await settle(150);
      isDisguised(login);
      clear();
    }
  });

  it("an invitation, whatever has become of it, and the link that confirms an address", async () => {
    const invited = client({}, true).previewInvitation;
    const preview = (differs: Partial<InvitationPreview>) =>
      client({ previewInvitation: async (token) => ({ ...(await invited(token)), ...differs }) }, true);
    const codes = ["EXPIRED", "REVOKED", "SUPERSEDED", "ACCEPTED"].map(
      (state) => `INVITATION_${state}` as PortalErrorCode,
    );
    for (const given of [
      preview({}),
      preview({ invitedBy: null, hasAccount: true }),
      ...(["EMPLOYEE", "ADMIN", "OWNER"] as const).map((role) => preview({ role })),
      ...[...codes, "CONFLICT" as const, "NOT_FOUND" as const].map((code) =>
        client({ previewInvitation: refusing(code) }, true),
      ),
      client({ previewInvitation: refusing("INTERNAL") }, true),
      client(),
    ]) {
      openLink("#portal-invitation=secret");
      const dashboard = await open("portal-dashboard", given);
      await settle();
      isDisguised(dashboard);
      removeLink();
      clear();
    }
    for (const code of [undefined, "INVALID_LINK", "CONFLICT", "NETWORK"] as const) {
      openLink("#portal-email=secret");
      const dashboard = await open("portal-dashboard", client(code && { confirmEmailLink: refusing(code) }));
      await settle();
      isDisguised(dashboard);
      await click(dashboard, ".btn.primary, button[type=submit]");
      isDisguised(dashboard);
      removeLink();
      clear();
    }
  });

  it("the page that asks for an organization", async () => {
    define("portal-finder", PortalFinder);
    const finder = new PortalFinder();
    finder.wrong = "nowhere";
    document.querySelector("#page")!.append(finder);
    await settle();
    isDisguised(finder);
  });

  it("has looked at something", () => {
    equal(checked > 2000, true, `only ${checked} texts`);
  });
});
