import "../../define/portal-notes.ts";
import {
  accessible,
  button,
  clear,
  clientWith,
  contains,
  deep,
  deepAll,
  equal,
  focused,
  mount,
  ok,
  refusing,
  until,
} from "../../../test/helpers.ts";

describe("portal-notes", () => {
  afterEach(clear);

  it("lists notes, opens one as formatted text, and goes back", async () => {
    const element = await mount("portal-notes");
    (await until(() => button(element, "After your filling"))).click();
    await until(() => deep(element, "[part=body] li"));
    equal(deep(element, "h2")!.textContent, "After your filling");
    equal(deep(element, "[part=body] strong")!.textContent, "up to a week");
    await accessible(element);
    button(element, "Notes")!.click();
    await until(() => deepAll(element, "[part=note]").length === 3);
    await accessible(element);
  });

  it("renders nothing dangerous", async () => {
    const body = [
      "[script](javascript:alert(1)) [data](data:text/html,x) [tricky](JaVaScRiPt:alert(1)) [path](/admin)",
      "<img src=x onerror=alert(1)><script>alert(1)</script>",
      "![picture](https://tracker.example/pixel.png)",
      "[fine](https://example.com) [mail](mailto:a@example.com) <https://example.org>",
      "[ref]: javascript:alert(1)\n\n[text][ref]",
    ].join("\n\n");
    const client = clientWith();
    const note = (await client.listNotes()).items[0]!;
    client.listNotes = async () => ({ items: [{ ...note, body }], nextCursor: null });
    const element = await mount("portal-notes", client);
    (await until(() => button(element, "After your filling"))).click();
    await until(() => deep(element, "[part=body] a"));
    const links = deepAll<HTMLAnchorElement>(element, "[part=body] a");
    equal(
      links.map((link) => link.getAttribute("href")),
      ["https://example.com", "mailto:a@example.com", "https://example.org"],
    );
    ok(links.every((link) => link.rel.includes("noopener")));
    equal(deepAll(element, "[part=body] img, [part=body] script").length, 0);
    contains(deep(element, "[part=body]")!.textContent, "<img src=x onerror=alert(1)>");
  });

  it("shows more once, keeps the focus there, and says when that fails", async () => {
    const client = clientWith();
    const [first, second, third] = (await client.listNotes()).items;
    const answers = [refusing("NETWORK"), async () => ({ items: [third!], nextCursor: null })];
    client.listNotes = async (query) =>
      query?.cursor ? answers.shift()!() : { items: [first!, second!], nextCursor: "2" };
    const element = await mount("portal-notes", client);
    (await until(() => button(element, "Show more"))).click();
    contains((await until(() => deep(element, "[part=error]"))).textContent, "no connection");
    equal(deepAll(element, "[part=note]").length, 2, "what was there stays");
    const again = button(element, "Try again")!;
    again.focus();
    again.click();
    again.click();
    await until(() => deepAll(element, "[part=note]").length === 3);
    await until(() => focused() === deepAll(element, "[part=note] button")[2]);
    equal(answers.length, 0);
  });

  it("says when a note is gone", async () => {
    const element = await mount("portal-notes", clientWith({ getNote: refusing("NOT_FOUND") }));
    element.openId = "gone";
    contains((await until(() => deep(element, "[part=error]"))).textContent, "does not exist any more");
    ok(!button(element, "Try again"), "trying again would not help");
  });

  it("is empty and fails in words", async () => {
    const none = await mount(
      "portal-notes",
      clientWith({ listNotes: async () => ({ items: [], nextCursor: null }) }),
    );
    contains((await until(() => deep(none, "[part=empty]"))).textContent, "nothing to do now");
    const failed = await mount("portal-notes", clientWith({ listNotes: refusing("NETWORK") }));
    contains((await until(() => deep(failed, "[part=error]"))).textContent, "no connection");
  });
});
