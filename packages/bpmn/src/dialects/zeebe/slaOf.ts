import { parseDuration } from '../../duration/parseDuration.ts';
import { isA } from '../../moddle/BpmnElement.ts';
import type { Readings } from '../Dialect.ts';
import { attributeOf, type Foreign } from '../Foreign.ts';

/** How a time limit is written where a date is asked for: a duration from now, now being when the task is created. */
const FROM_NOW = /^=\s*now\(\)\s*\+\s*(?:duration\(\s*"([^"]+)"\s*\)|@"([^"]+)")\s*$/;

/** `taskSchedule` of a user task: a due date that is a duration from now is its time limit; other dates have no equal. */
export function slaOf(foreign: Foreign): Readings {
  if (!isA(foreign.element, 'bpmn:UserTask')) return {};
  let sla: string | undefined;
  for (const schedule of foreign.elements('taskSchedule')) {
    const dueDate = attributeOf(schedule, 'dueDate')?.trim();
    const [, called, literal] = FROM_NOW.exec(dueDate ?? '') ?? [];
    const duration = called ?? literal ?? dueDate ?? '';
    if (parseDuration(duration)?.negative === false) sla = duration;
    else if (dueDate !== undefined) foreign.leave('taskSchedule', 'dueDate');
    if (attributeOf(schedule, 'followUpDate') !== undefined) foreign.leave('taskSchedule', 'followUpDate');
  }
  return sla === undefined ? {} : { sla };
}
