/** Milliseconds between two looks at the database when nothing stirs the worker: other servers may have left work. */
const POLL_MS = 1_000;
/** The same while other servers tell of work that is due sooner than that: only what a dead server had is found so. */
export const LONGEST_POLL_MS = 10_000;
/** Milliseconds between two looks while there is work: what falls due or ends meanwhile is taken together. */
const GATHER_MS = 5;

export interface WorkerOptions {
  /** begins what is due and there is room for, and says how much */
  readonly begin: () => Promise<number>;
  /** epoch milliseconds of the next job that there is room for, or null */
  readonly nextDue: () => Promise<number | null>;
  readonly now: () => number;
  /** whether other servers tell of what they leave */
  readonly told: () => boolean;
  /** told of an error that kept a round from running; the worker goes on */
  readonly onError: (error: unknown) => void;
}

/** Begins jobs until stopped: at once when stirred, when the next one is due, and every now and then in any case. */
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
    if ((await options.begin()) > 0 || stirred) return 0;
    const due = await options.nextDue();
    const longest = options.told() ? LONGEST_POLL_MS : POLL_MS;
    return due === null ? longest : Math.min(Math.max(due - options.now(), 0), longest);
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
      if (stopping.signal.aborted) return;
      if (wait > GATHER_MS && !stirred) await pause(wait);
      // nothing rouses it here
      else await new Promise((resolve) => void setTimeout(resolve, GATHER_MS));
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
