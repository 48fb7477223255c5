import type { Http } from "../http.ts";
import type { MaybeSession, SessionManager } from "../session/session.ts";
import type { SessionTransport } from "../session/transport.ts";
import type { Audience, CallOptions, ForgotPasswordInput, ResetPasswordInput, Session } from "../types.ts";

/** What a mail proves, without the password and without a session. */
export function recovery(
  http: Http,
  session: SessionManager,
  transport: SessionTransport,
  bound: string | undefined,
  audience: Audience,
) {
  const base = `/${audience}/auth/`;
  // What a client of one organization says of it, and what one of none leaves to the input.
  const named = (input: { organization?: string }) => ({
    ...input,
    organization: bound ?? input.organization,
  });
  const post = async (path: string, input: object, { signal }: CallOptions): Promise<void> => {
    await http({ method: "POST", path: base + path, body: named(input), signal });
  };
  return {
    forgotPassword: (input: ForgotPasswordInput, options: CallOptions = {}) =>
      post("password/forgot", input, options),
    resetPassword: async (input: ResetPasswordInput, { signal }: CallOptions = {}): Promise<Session> => {
      const send = () => transport.post<MaybeSession>(`${base}password/reset`, named(input), signal);
      return (await session.begin(send, signal))!;
    },
    confirmEmailLink: (token: string, options: CallOptions = {}) => post("email/confirm", { token }, options),
  };
}
