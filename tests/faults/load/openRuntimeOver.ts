import { randomBytes, randomUUID } from 'node:crypto';
import { createSortableIds } from '../../../apps/server/src/sortableId.ts';
import { createConnectors, createSecretBox, createSecrets } from '../../../packages/connectors/src/index.ts';
import { createEvaluator, type Evaluator } from '../../../packages/expression/src/index.ts';
import { createRuntime, type Runtime } from '../../../packages/runtime/src/index.ts';
import { query, type Store } from '../../../packages/store/src/index.ts';
import { ACTOR } from './performIn.ts';

/**
 * A runtime as the server makes it, with the server's own HTTP connector, over a clock of the test's (epoch
 * milliseconds). Every task is for one person, without a look at who there is.
 */
export async function openRuntimeOver(
  store: Store,
  now: () => number,
  onError: (error: unknown) => void,
): Promise<{ readonly runtime: Runtime; readonly evaluator: Evaluator }> {
  const evaluator = createEvaluator();
  const secrets = createSecrets(createSecretBox(null, randomBytes));
  const settings = { httpAllow: ['127.0.0.1'], smtpUrl: null, mailFrom: null };
  const em = () => store.em();
  await query(
    em(),
    `insert into person (id, name, email, created_at) values ($1, 'Ann', 'ann@example.com', now()) on conflict do nothing`,
    [ACTOR],
  );
  const runtime = createRuntime({
    em,
    now,
    newId: createSortableIds(now),
    evaluator,
    assign: () => Promise.resolve({ assigneeId: ACTOR, candidates: [] }),
    connectors: createConnectors({ em, now, secrets, settings, log: { info: () => {} } }),
    onError,
    serverId: `faults-${process.pid}-${randomUUID().slice(0, 8)}`,
  });
  return { runtime, evaluator };
}
