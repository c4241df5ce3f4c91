/** Milliseconds between two looks at the database when nothing stirs the worker: other servers may have left work. */
const POLL_MS = 1_000;
const BATCH = 50;

export interface WorkerOptions {
  /** runs what is due, at most that many, and says how many it ran */
  readonly run: (limit: number) => Promise<number>;
  /** epoch milliseconds of the next due job, or null */
  readonly nextDue: () => Promise<number | null>;
  readonly now: () => number;
  /** told of an error that kept a round from running; the worker goes on */
  readonly onError: (error: unknown) => void;
}

/** Runs jobs until stopped: at once when stirred, when the next one is due, and every second in any case. */
export function startWorker(options: WorkerOptions): { wake(): void; stop(): Promise<void> } {
  const stopping = new AbortController();
  let stirred = false;
  let rouse: () => void = () => {};
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const round = async (): Promise<number> => {
    const ran = await options.run(BATCH);
    if (ran > 0 || stirred) return 0;
    const due = await options.nextDue();
    return due === null ? POLL_MS : Math.min(Math.max(due - options.now(), 0), POLL_MS);
  };
  const loop = async () => {
    while (!stopping.signal.aborted) {
      stirred = false;
      let wait = POLL_MS;
      try {
        wait = await round();
      } catch (error) {
        options.onError(error);
      }
      if (!stopping.signal.aborted && !stirred) await pause(wait);
    }
  };
  const running = loop();
  return {
    wake() {
      stirred = true;
      rouse();
    },
    async stop() {
      stopping.abort();
      rouse();
      await running;
    },
  };
}
