import type { MaybeSession, SessionManager } from "../session/session.ts";
import type { SessionTransport } from "../session/transport.ts";
import type {
  CallOptions,
  RegisterInput,
  RegisterResult,
  Session,
  VerifyRegistrationInput,
} from "../types.ts";

/** Registering: for customers, and for who founds an organization. */
export function registration(
  session: SessionManager,
  transport: SessionTransport,
  bound: string | undefined,
) {
  const path = "/portal/auth/register";
  const begin = (to: string, body: object, { signal }: CallOptions) =>
    session.begin(() => transport.post<MaybeSession>(to, body, signal), signal);
  return {
    async register(input: RegisterInput, options: CallOptions = {}): Promise<RegisterResult> {
      const begun = await begin(path, { ...input, organization: bound }, options);
      return begun ? { status: "SIGNED_IN", session: begun } : { status: "VERIFY_EMAIL" };
    },
    verifyRegistration: async (input: VerifyRegistrationInput, options: CallOptions = {}): Promise<Session> =>
      (await begin(`${path}/verify`, { ...input, organization: bound ?? input.organization }, options))!,
  };
}
