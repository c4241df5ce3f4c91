import type { SqlEntityManager } from '@mikro-orm/sql';
import { batched } from './batched.ts';

/**
 * A lookup by key that shares its question with the others of the same moment, over whichever database it is asked
 * with. See `batched`. Not for within a transaction: what that has written it does not see.
 */
export function lookup<Value>(
  load: (em: SqlEntityManager, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (em: SqlEntityManager | (() => SqlEntityManager), key: string) => Promise<Value | null> {
  const over = new WeakMap<object, (key: string) => Promise<Value | null>>();
  return (em, key) => {
    let find = over.get(em);
    if (!find) over.set(em, (find = batched((keys) => load(typeof em === 'function' ? em() : em, keys))));
    return find(key);
  };
}
