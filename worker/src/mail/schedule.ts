/** How often a mail is tried: the last attempt comes about three days after the first. */
export const maxAttempts = 21;

const firstDelay = 60;
const longestDelay = 6 * 3600;

/**
 * Seconds until the next attempt after `attempts` have failed: doubled each time up to six hours, and up to a tenth
 * more or less so that mails which failed together do not come back together. Null: there is none.
 */
export function retryDelay(attempts: number, random = Math.random()): number | null {
  if (attempts >= maxAttempts) return null;
  const delay = Math.min(firstDelay * 2 ** (attempts - 1), longestDelay);
  return Math.round(delay * (0.9 + 0.2 * random));
}
