import { commit, type CommitPlan, DealwrightError, type EntityManager } from '@dealwright/store';
import type { CommandOutcome, Observer } from './Observer.ts';
import type { Runtime } from './Runtime.ts';

type CommandName = Exclude<keyof Runtime, 'graph' | 'runDueJobs' | 'nextDue' | 'startWorker'>;

const COMMANDS: Readonly<Record<CommandName, true>> = {
  deploy: true,
  start: true,
  complete: true,
  claim: true,
  release: true,
  assign: true,
  saveDraft: true,
  publish: true,
  broadcast: true,
  setVariables: true,
  move: true,
  activate: true,
  evaluateConditions: true,
  cancel: true,
  retryIncident: true,
  skipIncident: true,
  cancelIncident: true,
};

/** The same runtime, whose commands are told to the observer with how long they took and how they ended. */
export function observed(runtime: Runtime, observer: Observer): Runtime {
  const watched: Partial<Record<CommandName, unknown>> = {};
  for (const name of Object.keys(COMMANDS) as CommandName[]) {
    const command = runtime[name] as (request: unknown) => Promise<unknown>;
    watched[name] = (request: unknown) => {
      const watch = () => timed(observer, name, () => command(request));
      return observer.span ? observer.span(`command ${name}`, watch) : watch();
    };
  }
  return { ...runtime, ...(watched as Pick<Runtime, CommandName>) };
}

async function timed<Result>(observer: Observer, name: string, work: () => Promise<Result>): Promise<Result> {
  const began = observer.clock();
  let outcome: CommandOutcome = 'done';
  try {
    return await work();
  } catch (error) {
    outcome = isRefusal(error) ? 'refused' : 'failed';
    throw error;
  } finally {
    observer.command(name, observer.clock() - began, outcome);
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof DealwrightError && !error.code.startsWith('database-');
}

/** `commit`, told to the observer when there is one. */
export async function observedCommit(
  observer: Observer | undefined,
  em: EntityManager,
  plans: readonly CommitPlan[],
): Promise<void> {
  if (!observer) return commit(em, plans);
  const write = async () => {
    const began = observer.clock();
    await commit(em, plans);
    observer.commit(plans.length, observer.clock() - began);
  };
  return observer.span ? observer.span('commit', write) : write();
}
