// Compiling is the test: `tsc -p packages/client` fails where a line below says something else.
import { test } from "node:test";
import {
  createPortalClient,
  isPortalError,
  type Appointment,
  type Customer,
  type EmployeeClient,
  type Page,
  type PortalClient,
  type PortalErrorCode,
  type SessionState,
} from "../src/index.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Equal<A, B>): void => {};

test("the types say what the contract says", () => {});

/** Never called. */
export async function contract(client: PortalClient): Promise<void> {
  same<Awaited<ReturnType<PortalClient["listAppointments"]>>, Page<Appointment>>(true);
  same<Appointment["status"], "REQUESTED" | "CONFIRMED" | "CANCELLED" | "COMPLETED" | "NO_SHOW">(true);
  same<Appointment["employee"], { id: string; name: string } | null>(true);
  same<SessionState["status"], "unknown" | "signed-out" | "signed-in">(true);

  // @ts-expect-error the API's address is needed
  createPortalClient({ organization: "northwind" });
  // @ts-expect-error a status that does not exist
  await client.listTasks({ status: ["OPEN", "FINISHED"] });
  // @ts-expect-error notes have no filter
  await client.listNotes({ status: "OPEN" });
  // @ts-expect-error an email cannot be changed here
  await client.updateMe({ name: "Ada", email: "ada@northwind.example" });
  // @ts-expect-error the name is needed
  await client.updateMe({ phone: null });
  // @ts-expect-error nobody sets the state from outside
  client.session.state = { status: "signed-out" };
  // @ts-expect-error a link or a code, not neither
  await client.resetPassword({ password: "" });
  // @ts-expect-error a code needs its address
  await client.resetPassword({ password: "", code: "123456" });
  // @ts-expect-error the access token is nowhere
  void (await client.login({ email: "", password: "" })).accessToken;

  const { state } = client.session;
  // @ts-expect-error only who is signed in has a user
  void state.user;
  if (state.status === "signed-in") void state.user.email;

  const result = await client.register({ email: "", password: "", name: "" });
  if (result.status === "SIGNED_IN") void result.session.customer.id;
  // @ts-expect-error there is no session before the address is proven
  else void result.session;

  for await (const note of client.iterateNotes({ limit: 100 })) void note.body.length;
  const employee = createPortalClient({ apiUrl: "", audience: "dashboard" });
  same<typeof employee, EmployeeClient>(true);
  same<Awaited<ReturnType<EmployeeClient["login"]>>["customer"], Customer | null>(true);
  // @ts-expect-error employees have no portal of their own
  void employee.getDashboard;
  const caught: unknown = null;
  if (isPortalError(caught)) {
    const code: PortalErrorCode = caught.code;
    void code;
    // @ts-expect-error no such code
    void (caught.code === "TEAPOT");
  }
}
