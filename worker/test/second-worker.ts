/** A Worker of a suite's own, on a database that is there already. */
export interface SecondWorker {
  url: string;
  stop: () => Promise<void>;
}

/** Starts one beside the Worker of the run; the scripts that start it are packages/tooling's. */
export async function startSecondWorker(options: {
  databaseUrl: string;
  env?: Record<string, string>;
}): Promise<SecondWorker> {
  const scripts = new URL("../../packages/tooling/worker.mjs", import.meta.url).href;
  const { startWorker } = await import(scripts);
  return startWorker({ ...options, isQuiet: true });
}
