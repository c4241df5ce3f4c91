import { parseDuration } from '../../duration/parseDuration.ts';
import { isA } from '../../moddle/BpmnElement.ts';
import type { Readings } from '../Dialect.ts';
import type { Foreign } from '../Foreign.ts';

/**
 * `dueDate` as the time limit of a user task, where it is a duration: ours counts from the task's creation. A date has
 * no equal, nor has `followUpDate`, which says when to look at a task again.
 */
export function slaOf(foreign: Foreign): Readings {
  if (!isA(foreign.element, 'bpmn:UserTask')) return {};
  const dueDate = foreign.attribute('dueDate')?.trim();
  if (dueDate === undefined) return {};
  if (parseDuration(dueDate)?.negative === false) return { sla: dueDate };
  foreign.leave('dueDate');
  return {};
}
