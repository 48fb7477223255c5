/** Why a mail was not sent: a stable name for each way, and what employees and operators read of it. */
export const mailErrors = {
  REFUSED: "The provider refuses this mail or its receiver.",
  NOT_AUTHORIZED: "The provider does not accept this deployment's credentials or sender.",
  RATE_LIMITED: "The provider takes no more mail at the moment.",
  UNAVAILABLE: "The provider cannot take the mail at the moment.",
  UNREACHABLE: "The provider cannot be reached, or has closed the connection.",
  TIMEOUT: "The provider has not answered in time.",
  INTERRUPTED: "Every attempt was interrupted before the provider had answered.",
} as const;

/** A stable name of why a mail was not sent. */
export type MailErrorCode = keyof typeof mailErrors;

/**
 * A mail that was not sent. `detail` is made of status numbers and the like, never of what a provider wrote; what the
 * runtime says of a connection is its `cause`, for the log alone.
 */
export class MailError extends Error {
  readonly code: MailErrorCode;
  constructor(code: MailErrorCode, detail?: string, options?: ErrorOptions) {
    super(detail ? `${mailErrors[code]} (${detail})` : mailErrors[code], options);
    this.code = code;
  }

  /** Whether trying again is pointless: the fault is the mail's and not the moment's or the deployment's. */
  get isPermanent(): boolean {
    return this.code === "REFUSED";
  }

  /** As the outbox keeps it: the code, a space, and the words. */
  override toString(): string {
    return `${this.code} ${this.message}`;
  }
}

/** How long a provider may take, in milliseconds; well within the time that a request's afterlife has. */
export const patience = 15_000;

/** Waits for a provider no longer than its time. `abandon` lets go of what is under way. */
export async function inTime<T>(work: Promise<T>, abandon: () => void = () => {}): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new MailError("TIMEOUT"));
      abandon();
    }, patience);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
