import type { SessionManager } from "../session/session.ts";
import type {
  CallOptions,
  RegisterInput,
  RegisterResult,
  Session,
  VerifyRegistrationInput,
} from "../types.ts";

const PATH = "/portal/auth/register";

/** Registering: for customers, and for who founds an organization. */
export function registration(session: SessionManager, bound: string | undefined) {
  return {
    async register(input: RegisterInput, { signal }: CallOptions = {}): Promise<RegisterResult> {
      const begun = await session.begin(PATH, { ...input, organization: bound }, signal);
      return begun ? { status: "SIGNED_IN", session: begun } : { status: "VERIFY_EMAIL" };
    },
    async verifyRegistration(input: VerifyRegistrationInput, { signal }: CallOptions = {}): Promise<Session> {
      const body = { ...input, organization: bound ?? input.organization };
      return (await session.begin(`${PATH}/verify`, body, signal))!;
    },
  };
}
