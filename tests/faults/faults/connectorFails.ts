import { setTimeout as pause } from 'node:timers/promises';
import type { FaultLine } from '../FaultLine.ts';
import { answerWell, type Answering } from '../load/Outside.ts';
import { startChild } from '../load/startChild.ts';
import { Trial, type TrialOptions } from '../Trial.ts';

const CALLERS = 8;
/** The request's time-out is one second. */
const LATE_MS = 1500;

const json = { 'content-type': 'application/json' };

/** What the system that is called does instead of answering. */
export const FAILURES = {
  hangs: () => {},
  lies: ({ path }, response) => {
    const lies: readonly (() => void)[] = [
      () => response.writeHead(200, json).end('{"answered": '),
      () => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>'),
      () =>
        response.writeHead(200, { ...json, 'content-length': '5000' }).write('{"answered":', () => response.destroy()),
      () => response.writeHead(200, json).end('[]'),
    ];
    lies[Number(path.split('-').at(-1)) % lies.length]?.();
  },
  'answers 500': (_seen, response) => void response.writeHead(500, json).end('{"error":"broken"}'),
  'answers late': (seen, response) => void pause(LATE_MS).then(() => answerWell(seen, response)),
} satisfies Record<string, Answering>;

/**
 * What a service task calls fails each instance at first, and some for good: those are incidents that say why, and go on
 * when they are retried in a better world. One instance is asked under one key, however often.
 */
export function connectorFails(failure: keyof typeof FAILURES) {
  return async (options: TrialOptions, rounds: number): Promise<FaultLine> => {
    const explains = ({ nodeId, code }: { nodeId: string; code: string }) =>
      nodeId === 'ask' && code.startsWith('http-');
    const trial = await Trial.open({ ...options, retries: 1, explains });
    const { load, outside } = trial;
    outside.answer((seen, response) => {
      const number = Number(seen.path.split('-').at(-1));
      const asked = outside.seen.get(String(seen.headers['idempotency-key'])) ?? 0;
      const fails = asked === 1 || number % 8 === 0;
      (fails ? FAILURES[failure] : answerWell)(seen, response);
    });
    const server = await startChild(trial.place).ready;
    await server.deploy(await trial.xml());
    while (trial.rounds < rounds) {
      trial.rounds += 1;
      await load.run([server], CALLERS, { done: load.answered(60) });
      await load.repeat(server);
    }
    await server.stop();
    trial.hear(server);
    await trial.check();
    const line = await trial.conclude();
    const instances = Map.groupBy(outside.seen.keys(), (key) => key.slice(0, key.lastIndexOf(':')));
    const twice = [...instances.values()].filter((keys) => keys.length > 1).length;
    return { ...line, doubled: line.doubled + twice, holds: line.holds && twice === 0 };
  };
}
