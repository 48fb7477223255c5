/**
 * The promise's outcome, or the signal's reason if that comes first. The work behind the promise goes on:
 * this is how one caller leaves something that others share.
 */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave);
  });
}

/** Runs `work` with a signal that follows the caller's and aborts by itself after `ms` (0: never). */
export async function withDeadline<T>(
  ms: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = ms ? AbortSignal.timeout(ms) : undefined;
  const either = AbortSignal.any([signal, late].filter((one) => one !== undefined));
  either.throwIfAborted();
  return work(either);
}

/** Waits `ms` milliseconds, or rejects with the signal's reason. */
export async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await abortable(new Promise<void>((done) => (timer = setTimeout(done, ms))), signal);
  } finally {
    clearTimeout(timer);
  }
}
