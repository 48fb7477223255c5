import type { Http } from "../http.ts";
import type { SessionManager } from "../session/session.ts";
import type {
  Audience,
  CallOptions,
  ForgotPasswordInput,
  LoginInput,
  RegisterInput,
  RegisterResult,
  ResetPasswordInput,
  Session,
  VerifyRegistrationInput,
} from "../types.ts";

/** What a client of one organization says of it, and what one of none leaves to the input. */
const named = <T extends { organization?: string | undefined }>(input: T, bound: string | undefined) => ({
  ...input,
  organization: bound ?? input.organization,
});

/** Signing in and out, with the password or by what a mail proves. */
export function auth(http: Http, session: SessionManager, bound: string | undefined, audience: Audience) {
  const base = `/${audience}/auth/`;
  const signIn = async (path: string, input: LoginInput | ResetPasswordInput, options: CallOptions = {}) =>
    // These answer a session or an error, never anything between.
    (await session.begin(base + path, named(input, bound), options.signal))!;
  const post = async (path: string, input: object, options: CallOptions = {}): Promise<void> => {
    await http({ method: "POST", path: base + path, body: named(input, bound), signal: options.signal });
  };
  return {
    login: (input: LoginInput, options?: CallOptions): Promise<Session> => signIn("login", input, options),
    restoreSession: (options: CallOptions = {}) => session.restore(options.signal),
    logout: (options: CallOptions = {}) => session.end(options.signal),
    forgotPassword: (input: ForgotPasswordInput, options?: CallOptions) =>
      post("password/forgot", input, options),
    resetPassword: (input: ResetPasswordInput, options?: CallOptions): Promise<Session> =>
      signIn("password/reset", input, options),
    confirmEmailLink: (token: string, options?: CallOptions) => post("email/confirm", { token }, options),
  };
}

/** Registering: for customers, and for who founds an organization. */
export function registration(session: SessionManager, bound: string | undefined) {
  const path = "/portal/auth/register";
  return {
    async register(input: RegisterInput, options: CallOptions = {}): Promise<RegisterResult> {
      const begun = await session.begin(path, { ...input, organization: bound }, options.signal);
      return begun ? { status: "SIGNED_IN", session: begun } : { status: "VERIFY_EMAIL" };
    },
    verifyRegistration: async (input: VerifyRegistrationInput, options: CallOptions = {}): Promise<Session> =>
      (await session.begin(`${path}/verify`, named(input, bound), options.signal))!,
  };
}
