import { setTimeout as pause } from 'node:timers/promises';
import type { FaultLine } from '../FaultLine.ts';
import { type ServerChild, startChild } from '../load/startChild.ts';
import { Trial, type TrialOptions } from '../Trial.ts';

const CALLERS = 8;

/** So many servers share a PostgreSQL, and one is killed under load; the others go on, and a new one joins them. */
export function oneOfSeveral(count: number) {
  return async (options: TrialOptions, rounds: number): Promise<FaultLine> => {
    const trial = await Trial.open(options);
    const { load, dice, place } = trial;
    let servers: ServerChild[] = await Promise.all(Array.from({ length: count }, () => startChild(place).ready));
    await servers[0]?.deploy(await trial.xml());
    while (trial.rounds < rounds) {
      trial.rounds += 1;
      const victim = dice.take(servers) as ServerChild;
      await load.through([victim, ...servers], CALLERS, {
        after: 10 + dice.below(60),
        more: 20,
        async fault() {
          await pause(dice.below(10));
          await victim.kill();
        },
      });
      const [survivor] = servers;
      if (survivor) await load.repeat(survivor);
      await trial.check();
      servers = [...servers, await startChild(place).ready];
    }
    for (const server of servers) {
      await server.stop();
      trial.hear(server);
    }
    return trial.conclude();
  };
}
