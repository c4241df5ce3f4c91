import type { FaultLine } from '../FaultLine.ts';
import { answerWell, type Answering } from '../load/Outside.ts';
import { startChild } from '../load/startChild.ts';
import { Trial, type TrialOptions } from '../Trial.ts';

const CALLERS = 8;

/** Each fifth request is refused however often it is made. */
const answering: Answering = (seen, response) => {
  if (!isPoison(seen.path)) return answerWell(seen, response);
  response.writeHead(500, { 'content-type': 'text/plain' }).end('poison');
};

function isPoison(path: string): boolean {
  return Number(path.split('-').at(-1)) % 5 === 0;
}

/** Jobs that always fail: each becomes an incident that says so, and all others go on. */
export async function poison(options: TrialOptions, rounds: number): Promise<FaultLine> {
  const explains = ({ nodeId, text }: { nodeId: string; text: string }) => nodeId === 'ask' && text.includes('500');
  const trial = await Trial.open({ ...options, retries: 1, explains, answering });
  trial.outside.answer(answering);
  const server = await startChild(trial.place).ready;
  await server.deploy(await trial.xml());
  while (trial.rounds < rounds) {
    trial.rounds += 1;
    await trial.load.run([server], CALLERS, { done: trial.load.answered(60) });
    await trial.load.repeat(server);
  }
  await server.stop();
  trial.hear(server);
  return trial.conclude();
}
