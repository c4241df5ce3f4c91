import type { TaskContext } from '@dealwright/runtime';
import { type EntityManager, query, queryOne } from '@dealwright/store';

export interface Member {
  readonly id: string;
  readonly openTasks: number;
}

/** Active members of a group, real ones or those of the demo, by id: the same order every time. */
export function groupMembers(em: EntityManager, group: string, demo: boolean): Promise<Member[]> {
  return query<Member>(
    em,
    `select p.id, (select count(*) from task t where t.assignee_id = p.id and t.status = 'open') as "openTasks"
     from person p where p.active and $1 = any(p.groups) and p.demo = $2 order by p.id`,
    [group, demo],
  );
}

/** The member whose turn it is: as many tasks as this step has had so far, counted round the group. */
export async function nextInTurn(
  em: EntityManager,
  members: readonly Member[],
  context: TaskContext,
): Promise<Member | null> {
  const had = await queryOne<{ n: number }>(
    em,
    `select count(*) as n from task where process_id = $1 and node_id = $2`,
    [context.graph.processId, context.graph.nodes[context.node]?.id ?? ''],
  );
  return members[(had?.n ?? 0) % members.length] ?? null;
}

/** The member with the fewest open tasks; the first of them by id. */
export function leastLoaded(members: readonly Member[]): Member | null {
  return members.reduce<Member | null>(
    (least, member) => (least === null || member.openTasks < least.openTasks ? member : least),
    null,
  );
}
