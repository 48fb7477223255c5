import "../../define/portal-tasks.ts";
import {
  accessible,
  button,
  clear,
  clientWith,
  contains,
  deep,
  deepAll,
  equal,
  eventOf,
  mount,
  ok,
  pending,
  refusing,
  until,
} from "../../../test/helpers.ts";

const row = (element: Element, title: string) =>
  deepAll(element, "li").find((item) => item.textContent!.includes(title));
const circle = (element: Element, title: string) =>
  row(element, title)!.querySelector<HTMLInputElement>("input")!;

describe("portal-tasks", () => {
  afterEach(clear);

  it("lists open tasks and is accessible", async () => {
    const element = await mount("portal-tasks");
    await until(() => row(element, "health questionnaire"));
    equal(deepAll(element, "li").length, 3);
    contains(row(element, "health questionnaire")!.textContent, "Due tomorrow");
    await accessible(element);
  });

  it("completes at once, says so, offers undo and takes it back", async () => {
    const element = await mount("portal-tasks");
    await until(() => row(element, "insurance card"));
    const completed = eventOf(document, "portal-task-completed");
    circle(element, "insurance card").click();
    await element.updateComplete;
    ok(row(element, "insurance card")!.classList.contains("done"), "shown done before the server answers");
    equal((await completed).task.status, "DONE");
    const undo = await until(() => button(element, "Undo"));
    const reopened = eventOf(document, "portal-task-reopened");
    undo.click();
    equal((await reopened).task.status, "OPEN");
    ok(!row(element, "insurance card")!.classList.contains("done"));
  });

  it("shows a tick on what is done and on nothing else, by more than a colour", async () => {
    const element = await mount("portal-tasks");
    const tick = () => getComputedStyle(deep(element, "[part=task] .ring svg")!).visibility;
    const box = await until(() => deep<HTMLInputElement>(element, "[part=task] input"));
    equal(tick(), "hidden", "forced colours would paint a transparent tick");
    box.click();
    await until(() => tick() === "visible");
  });

  it("comes back with a message when the server refuses", async () => {
    const element = await mount("portal-tasks", clientWith({ completeTask: refusing("UNAVAILABLE") }));
    await until(() => row(element, "insurance card"));
    const failed = eventOf(element, "portal-error");
    circle(element, "insurance card").click();
    await element.updateComplete;
    ok(row(element, "insurance card")!.classList.contains("done"));
    equal((await failed).error.code, "UNAVAILABLE");
    await element.updateComplete;
    const back = row(element, "insurance card")!;
    ok(!back.classList.contains("done"));
    ok(!circle(element, "insurance card").checked, "the circle is empty again");
    contains(back.textContent, "could not be saved");
    contains(deep(element, "[role=status]")!.textContent, "could not be saved");
  });

  it("shows what is done, newest first", async () => {
    const element = await mount("portal-tasks");
    (await until(() => button(element, "Done"))).click();
    await until(() => row(element, "treatment plan"));
    equal(
      deepAll(element, "li .title").map((title) => title.textContent),
      ["Sign the treatment plan", "Choose a colour for your crown"],
    );
  });

  it("keeps its height while it waits, and shows a skeleton only after 400 ms", async () => {
    const element = await mount("portal-tasks", clientWith({ listTasks: pending }));
    const skeleton = await until(() => deep(element, ".skeleton"));
    equal(getComputedStyle(skeleton).opacity, "0");
    ok(skeleton.getBoundingClientRect().height > 100, "space is reserved");
    await until(() => getComputedStyle(skeleton).opacity === "1", "the skeleton", 1500);
  });

  it("says what appears here when there is nothing", async () => {
    const element = await mount(
      "portal-tasks",
      clientWith({ listTasks: async () => ({ items: [], nextCursor: null }) }),
    );
    contains(
      (await until(() => deep(element, "[part=empty]"))).textContent,
      "When Northwind Dental needs something",
    );
    await accessible(element);
  });

  it("says what failed and tries again", async () => {
    let tries = 0;
    const client = clientWith();
    const { listTasks } = client;
    client.listTasks = (...args) => (tries++ ? listTasks(...args) : refusing("NETWORK")());
    const element = await mount("portal-tasks", client);
    const notice = await until(() => deep(element, "[part=error]"));
    contains(notice.textContent, "Tasks could not be loaded");
    contains(notice.textContent, "no connection");
    await accessible(element);
    button(element, "Try again")!.click();
    await until(() => row(element, "insurance card"));
  });

  it("offers sign-in when signed out", async () => {
    const element = await mount("portal-tasks", clientWith({}, { signedOut: true }));
    const signIn = await until(() => button(element, "Sign in"));
    await accessible(element);
    signIn.click();
    await until(() => element.querySelector("input[autocomplete=username]"));
    ok(element.querySelector("input[autocomplete=current-password]"), "inputs are in the light DOM");
  });
});
