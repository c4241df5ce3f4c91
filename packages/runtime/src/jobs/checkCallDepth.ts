import { queryOne } from '@dealwright/store';
import type { Unit } from '../Core.ts';
import { JobFault } from './JobFault.ts';

/** Calls inside calls; and how often one process may stand among them. */
const MOST_LEVELS = 50;
const MOST_OF_ONE = 5;

/**
 * Throws a `JobFault` when a call would go too deep: a process that calls itself, directly or through others, starts
 * instance after instance and never ends.
 */
export async function checkCallDepth({ em }: Unit, callerId: string, processId: string): Promise<void> {
  const above = await queryOne<{ levels: number; same: number }>(
    em,
    `with recursive above as (
       select id, parent_instance_id, process_id, 1 as level from instance where id = $1
       union all
       select i.id, i.parent_instance_id, i.process_id, above.level + 1
       from instance i join above on i.id = above.parent_instance_id where above.level < $3)
     select count(*) as levels, count(*) filter (where process_id = $2) as same from above`,
    [callerId, processId, MOST_LEVELS],
  );
  if (!above || (above.levels < MOST_LEVELS && above.same < MOST_OF_ONE)) return;
  throw new JobFault('call-too-deep', {
    en: `The process "${processId}" calls itself, directly or through others, ${above.same} levels deep (${above.levels} calls in all): it would never end.`,
    zh: `流程“${processId}”直接或间接调用自身，已达 ${above.same} 层（共 ${above.levels} 层调用），将永远无法结束。`,
  });
}
