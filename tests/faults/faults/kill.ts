import { setTimeout as pause } from 'node:timers/promises';
import type { FaultLine } from '../FaultLine.ts';
import { startChild } from '../load/startChild.ts';
import { Trial, type TrialOptions } from '../Trial.ts';

const CALLERS = 8;

/**
 * `kill -9` at a moment that chance picks: after so many answers and then so many milliseconds; now and then while the
 * server starts. The database is looked at as the dead server left it; the next one is sent again what was not answered.
 */
export async function kill(options: TrialOptions, rounds: number): Promise<FaultLine> {
  const trial = await Trial.open(options);
  const { load, dice, place } = trial;
  const first = await startChild(place).ready;
  await first.deploy(await trial.xml());
  await first.kill();
  while (trial.rounds < rounds) {
    trial.rounds += 1;
    const starting = startChild(place);
    if (dice.chance(0.1)) {
      const early = pause(dice.below(1500)).then(() => starting.kill());
      await Promise.allSettled([starting.ready, early]);
      await trial.check();
      continue;
    }
    const server = await starting.ready;
    await load.repeat(server);
    const last = load.answers + 5 + dice.below(60);
    let killed: Promise<void> | null = null;
    const wait = dice.below(12);
    await load.run([server], CALLERS, {
      done() {
        if (load.answers >= last) killed ??= pause(wait).then(() => server.kill());
        return false;
      },
    });
    await (killed ?? server.kill());
    await trial.check();
  }
  return trial.conclude();
}
