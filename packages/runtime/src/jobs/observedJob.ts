import type { JobRow } from '@dealwright/store';
import type { Core } from '../Core.ts';
import type { JobOutcome } from '../Observer.ts';

/** Runs a job's work and tells the observer, when there is one, how late it was begun and how it ended. */
export async function observedJob<Result>(
  { options }: Pick<Core, 'options'>,
  job: JobRow,
  work: () => Promise<Result>,
): Promise<Result> {
  const observer = options.observe;
  if (!observer) return work();
  const lag = Math.max(0, options.now() - Date.parse(job.dueAt));
  const watch = async () => {
    const began = observer.clock();
    let outcome: JobOutcome = 'failed';
    try {
      const result = await work();
      outcome = 'done';
      return result;
    } finally {
      observer.job(job.kind, outcome, lag, observer.clock() - began);
    }
  };
  return observer.span ? observer.span(`job ${job.kind}`, watch) : watch();
}
