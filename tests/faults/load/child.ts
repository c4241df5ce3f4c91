import { DealwrightError, openStore, query } from '../../../packages/store/src/index.ts';
import type { Place } from '../Place.ts';
import type { FromChild, ToChild } from './childMessages.ts';
import { openRuntimeOver } from './openRuntimeOver.ts';
import { performIn } from './performIn.ts';

// A server without HTTP: the runtime and its worker over a database, and a clock that is set from outside. It is told
// what to do, and answers, by messages; an answer is sent when the runtime has given it and not before.

const place = JSON.parse(process.argv[2] ?? '{}') as Place;
let offset = 0;
const now = () => Date.now() + offset;
const tell = (message: FromChild) => void process.send?.(message);
const store = await openStore({ ...place, now });
const { runtime } = await openRuntimeOver(store, now, (error) => tell({ background: textOf(error) }));
const worker = runtime.startWorker();

process.on('message', (message: ToChild) => {
  if ('clock' in message) offset = message.clock;
  else if ('stop' in message) void stop();
  else void answer(message);
});
process.on('disconnect', () => process.exit(1));
tell({ ready: true });

async function answer(message: Extract<ToChild, { call: number }>): Promise<void> {
  const { call } = message;
  try {
    if ('deploy' in message) {
      await runtime.deploy({ xml: message.deploy, note: '', actorId: null });
      tell({ call, answer: {} });
    } else if ('tasks' in message) {
      const rows = await query<{ id: string }>(store.em(), `select id from open_task order by id limit 300`);
      tell({ call, answer: { ids: rows.map(({ id }) => id) } });
    } else tell({ call, answer: await performIn(runtime, message.sent) });
  } catch (error) {
    const code = error instanceof DealwrightError ? error.code : 'unexpected';
    tell({ call, refused: { code, message: textOf(error) } });
  }
}

async function stop(): Promise<void> {
  await worker.stop();
  await store.close();

  process.exit(0);
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  const reason = cause instanceof Error ? ` (${cause.message.slice(0, 200)})` : '';
  return `${error.name}${typeof code === 'string' ? ` ${code}` : ''}: ${error.message.slice(0, 300)}${reason}`;
}
