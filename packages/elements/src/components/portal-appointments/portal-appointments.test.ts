import "../../define/portal-appointments.ts";
import {
  accessible,
  button,
  clear,
  clientWith,
  contains,
  deep,
  deepAll,
  equal,
  mount,
  ok,
  pending,
  refusing,
  until,
} from "../../../test/helpers.ts";

describe("portal-appointments", () => {
  afterEach(clear);

  it("groups by day and names the appointment's own zone only where the clock differs", async () => {
    const element = await mount("portal-appointments");
    const days = await until(() => {
      const found = deepAll(element, "[part=day]");
      return found.length ? found : undefined;
    });
    equal(days.length, 3);
    equal(days[0]!.querySelectorAll("li").length, 2);
    contains(days[0]!.textContent, "9:30 – 10:15");
    contains(days[1]!.textContent, "17:00 – 17:20");
    contains(days[1]!.textContent, "11:00 in New York");
    ok(!days[0]!.textContent!.includes(" in Berlin"));
    await accessible(element);
  });

  it("opens the details in a dialog by the keyboard's button, and closes them", async () => {
    const element = await mount("portal-appointments");
    (await until(() => button(element, "Video consultation"))).click();
    const dialog = await until(() => deep<HTMLDialogElement>(element, "dialog[open]"));
    contains(dialog.textContent, "Times are in Berlin");
    const join = button(dialog, "Join the call") as HTMLAnchorElement;
    equal([join.href, join.rel], ["https://meet.example/northwind-ada", "noopener noreferrer"]);
    await accessible(element);
    dialog.close();
    await until(() => !deep(element, "dialog"));
  });

  it("says when an appointment that a link names is gone", async () => {
    const element = await mount("portal-appointments", clientWith({ getAppointment: refusing("NOT_FOUND") }));
    element.openId = "gone";
    contains((await until(() => deep(element, "[part=error]"))).textContent, "does not exist any more");
    ok(deepAll(element, "[part=day]").length, "the others are there");
    await accessible(element);
  });

  it("shows past ones, newest first", async () => {
    const element = await mount("portal-appointments");
    (await until(() => button(element, "Past"))).click();
    await until(() => button(element, "Filling, upper left"));
    contains(deepAll(element, "li")[0]!.textContent, "Filling, upper left");
    await accessible(element);
  });

  it("waits, is empty, and fails in words", async () => {
    const waiting = await mount("portal-appointments", clientWith({ listAppointments: pending }));
    ok((await until(() => deep(waiting, ".skeleton"))).getBoundingClientRect().height > 100);
    const none = await mount(
      "portal-appointments",
      clientWith({ listAppointments: async () => ({ items: [], nextCursor: null }) }),
    );
    contains((await until(() => deep(none, "[part=empty]"))).textContent, "contact Northwind Dental");
    const failed = await mount(
      "portal-appointments",
      clientWith({ listAppointments: refusing("UNAVAILABLE") }),
    );
    contains((await until(() => deep(failed, "[part=error]"))).textContent, "Reference req_1");
    const out = await mount("portal-appointments", clientWith({}, { signedOut: true }));
    await until(() => button(out, "Sign in"));
  });
});
