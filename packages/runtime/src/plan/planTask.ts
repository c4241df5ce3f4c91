import { addDuration, addWorkingTime, type ProcessGraph, type WorkCalendar } from '@dealwright/bpmn';
import type { NewTask } from '@dealwright/store';
import type { TaskAssignment } from '../Runtime.ts';
import { instant } from './instant.ts';
import type { PlannedTask } from './Planner.ts';

/**
 * The task's row: due when its `dw:sla` has passed since it began, in working time where the drawing names a calendar. A task that all must approve belongs to none of
 * them alone, so its assignee joins the candidates. Throws when it is assigned to nobody at all.
 */
export function planTask(
  graph: ProcessGraph,
  task: PlannedTask,
  assignment: TaskAssignment | undefined,
  calendars?: ReadonlyMap<string, WorkCalendar>,
): NewTask {
  const business = graph.nodes[task.node]?.business;
  if (!assignment || (assignment.assigneeId === null && assignment.candidates.length === 0)) {
    throw new Error(`the task at ${task.nodeId} is assigned to nobody`);
  }
  const approve = business?.assignment?.approve ?? 'any';
  const { assigneeId, candidates } = assignment;
  const together = assigneeId === null ? candidates : [`p:${assigneeId}`, ...candidates];
  const shared = approve === 'all' && persons(candidates).length > 1;
  return {
    token: task.token,
    nodeId: task.nodeId,
    assigneeId: shared ? null : assigneeId,
    candidates: shared ? [...new Set(together)] : candidates,
    approve: shared ? 'all' : 'any',
    dueAt: business?.sla ? instant(dueOf(task.at, business.sla, calendars?.get(business.calendar ?? ''))) : null,
    priority: 0,
  };
}

/** Ids of the persons named among principals. */
export function persons(principals: readonly string[]): string[] {
  return principals.filter((principal) => principal.startsWith('p:')).map((principal) => principal.slice(2));
}

/** Around the clock where the calendar can't say: no calendar is a reason to keep a task from whoever is to do it. */
function dueOf(from: number, sla: string, calendar: WorkCalendar | undefined): number {
  if (!calendar) return addDuration(from, sla);
  try {
    return addWorkingTime(from, sla, calendar);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return addDuration(from, sla);
  }
}
