import type { MaybeSession, SessionManager } from "../session/session.ts";
import type { SessionTransport } from "../session/transport.ts";
import type {
  CallOptions,
  LoginInput,
  RegisterInput,
  RegisterResult,
  Session,
  VerifyRegistrationInput,
} from "../types.ts";

/** Signing in and out. */
export function auth(session: SessionManager, transport: SessionTransport, bound: string | undefined) {
  const begin = (path: string, body: object, { signal }: CallOptions) =>
    session.begin(() => transport.post<MaybeSession>(path, body, signal), signal);
  const signIn = async (path: string, input: LoginInput | VerifyRegistrationInput, options: CallOptions) =>
    // These two answer a session or an error, never anything between.
    (await begin(path, { ...input, organization: bound ?? input.organization }, options))!;
  return {
    async register(input: RegisterInput, options: CallOptions = {}): Promise<RegisterResult> {
      const body = { ...input, organization: bound };
      const begun = await begin("/portal/auth/register", body, options);
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
