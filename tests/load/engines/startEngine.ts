import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ModelName } from './automaticModels.ts';

export type EngineName = 'dealwright' | 'bpmn-engine' | 'bpmn-server';

export interface ToMeasure {
  readonly model: ModelName;
  /** at least that long */
  readonly milliseconds: number;
}

export type Measured = { readonly instancesPerSecond: number } | { readonly error: string };

/** An engine in a process of its own that runs rounds when asked. */
export interface EngineProcess {
  /**
   * Instances, from start to end, in a second of processor time, that of garbage collection included: other work on the
   * machine does not count, and neither do an engine's own pauses. Throws when one did not end, or the process has died.
   */
  measure(round: ToMeasure): Promise<number>;
  stop(): void;
}

/** Starts one of the engines and waits until it has read the models. */
export async function startEngine(name: EngineName): Promise<EngineProcess> {
  const child = fork(fileURLToPath(new URL('answerRounds.ts', import.meta.url)), [name], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with code ${String(code)}`);
  });
  // who waits for an answer hears of it; nobody may be waiting
  died.catch(() => undefined);
  const answer = (): Promise<unknown> =>
    Promise.race([once(child, 'message').then(([first]) => first as unknown), died]);
  await answer();
  return {
    async measure(round) {
      const answered = answer();
      child.send(round);
      const measured = (await answered) as Measured;
      if ('error' in measured) throw new Error(`${name}: ${measured.error}`);
      return measured.instancesPerSecond;
    },
    stop: () => void child.kill(),
  };
}
