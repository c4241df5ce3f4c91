import { type EntityManager, type InstanceRow, lockInstance } from '@dealwright/store';
import { NotFound } from '../errors/NotFound.ts';

/** The instance, locked for the transaction. Throws `NotFound`. */
export async function lockedInstance(em: EntityManager, id: string): Promise<InstanceRow> {
  const instance = await lockInstance(em, id);
  if (!instance) throw new NotFound('instance', id);
  return instance;
}
