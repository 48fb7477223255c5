import type { SessionManager } from "../session/session.ts";
import type {
  CallOptions,
  LoginInput,
  RegisterInput,
  RegisterResult,
  Session,
  VerifyRegistrationInput,
} from "../types.ts";

/** Signing in and out. */
export function auth(session: SessionManager, bound: string | undefined) {
  const signIn = async (path: string, input: LoginInput | VerifyRegistrationInput, options: CallOptions) =>
    // These two answer a session or an error, never anything between.
    (await session.begin(path, { ...input, organization: bound ?? input.organization }, options.signal))!;
  return {
    async register(input: RegisterInput, options: CallOptions = {}): Promise<RegisterResult> {
      const body = { ...input, organization: bound };
      const begun = await session.begin("/portal/auth/register", body, options.signal);
      return begun ? { status: "SIGNED_IN", session: begun } : { status: "VERIFY_EMAIL" };
    },
    verifyRegistration: (input: VerifyRegistrationInput, options: CallOptions = {}): Promise<Session> =>
      signIn("/portal/auth/register/verify", input, options),
    login: (input: LoginInput, options: CallOptions = {}): Promise<Session> =>
      signIn("/portal/auth/login", input, options),
    restoreSession: (options: CallOptions = {}) => session.restore(options.signal),
    logout: (options: CallOptions = {}) => session.end(options.signal),
  };
}
