import type { FaultLine } from '../FaultLine.ts';
import { startChild } from '../load/startChild.ts';
import { Trial, type TrialOptions } from '../Trial.ts';

const CALLERS = 8;
const HOUR_MS = 3_600_000;

/** The server's clock is set a day forward and then an hour back, each under load. */
export async function clockSet(options: TrialOptions, rounds: number): Promise<FaultLine> {
  const trial = await Trial.open({ ...options, rules: { messagesMayExpire: true } });
  const { load, dice } = trial;
  const server = await startChild(trial.place).ready;
  await server.deploy(await trial.xml());
  let ahead = 0;
  while (trial.rounds < rounds) {
    trial.rounds += 1;
    for (const change of [24 * HOUR_MS, -HOUR_MS]) {
      await load.run([server], CALLERS, { done: load.answered(10 + dice.below(30)) });
      ahead += change;
      trial.ahead = Math.max(trial.ahead, ahead);
      server.clock(ahead);
      await load.run([server], CALLERS, { done: load.answered(10 + dice.below(30)) });
    }
    await load.repeat(server);
  }
  await server.stop();
  trial.hear(server);
  await trial.check();
  return trial.conclude();
}
