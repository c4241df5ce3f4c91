import { setTimeout as pause } from 'node:timers/promises';
import type { Sent } from '../check/Ledger.ts';
import type { FaultLine } from '../FaultLine.ts';
import { type ServerChild, startChild } from '../load/startChild.ts';
import { Refusal } from '../load/Target.ts';
import { Trial, type TrialOptions } from '../Trial.ts';

const TIMES = 10;
const PATIENCE_MS = 30_000;

/** What an instance waits for; the task of the process that it calls may come a moment later. */
async function twoTasks(server: ServerChild): Promise<readonly [string, string]> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 20) {
    const [one, other] = await server.tasks();
    if (one !== undefined && other !== undefined) return [one, other];
    await pause(20);
  }
  throw new Error('an instance has begun without its tasks');
}

/**
 * The same command ten times at once, to so many servers: a start, a completion, a message. Then ten commands for one
 * task: one is done, nine are told that somebody was quicker.
 */
export function pressedTenTimes(count: number) {
  return async (options: TrialOptions, rounds: number): Promise<FaultLine> => {
    const trial = await Trial.open(options);
    const { dice, ledger, load } = trial;
    const servers = await Promise.all(Array.from({ length: count }, () => startChild(trial.place).ready));
    const at = (press: number) => servers[press % servers.length] as ServerChild;
    await at(0).deploy(await trial.xml());
    const pressAll = (sent: Sent) =>
      Promise.all(Array.from({ length: TIMES }, (_, press) => load.perform(at(press), sent)));
    while (trial.rounds < rounds) {
      trial.rounds += 1;
      const key = dice.key();
      await pressAll({ kind: 'start', id: dice.id(), key });
      const [one, other] = await twoTasks(at(0));
      await pressAll({ kind: 'complete', id: dice.id(), taskId: one });
      await pressAll(load.message(key));

      const presses = Array.from({ length: TIMES }, (): Sent => ({
        kind: 'complete',
        id: dice.id(),
        taskId: other,
      }));
      let done = 0;
      await Promise.all(
        presses.map(async (sent, press) => {
          ledger.note(sent);
          try {
            ledger.acknowledge(sent, await at(press).send(sent));
            done += 1;
          } catch (error) {
            if (!(error instanceof Refusal) || error.code !== 'task-gone') throw error;
            ledger.withdraw(sent);
          }
        }),
      );
      if (done !== 1) trial.problem('doubled', `${done} of ten commands have completed ${other}`);
    }
    for (const server of servers) {
      await server.stop();
      trial.hear(server);
    }
    return trial.conclude();
  };
}
