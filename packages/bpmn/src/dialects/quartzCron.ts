import type { BpmnElement } from '../moddle/BpmnElement.ts';
import { camunda } from './camunda.ts';

const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * A cron expression as Camunda 7 means it: Quartz counts the days of the week from 1, Sunday, where crontabs and Spring
 * count from 0. Days by number become days by name, "6L" (the last Friday) "FRI#L"; everything else stays.
 */
export function quartzCron(source: string): string {
  const fields = source.trim().split(/\s+/);
  // with seconds first, the day of the week is the sixth; a crontab's five fields are no Quartz
  const week = fields[5];
  if (week === undefined || fields.length > 7) return source;
  // what follows "/" or "#" counts steps and weeks, not days
  fields[5] = week.replace(/([/#]?)(\d+)(L?)/g, (whole, before: string, digits: string, last: string) => {
    const day = DAYS[Number(digits) - 1];
    return before !== '' || day === undefined ? whole : `${day}${last && '#L'}`;
  });
  return fields.join(' ');
}

/** Whether the file is one of Camunda 7's, by the namespaces that its root declares. */
export function isQuartz(element: BpmnElement): boolean {
  let root = element;
  while (root.$parent) root = root.$parent;
  return Object.entries(root.$attrs).some(([name, value]) => name.startsWith('xmlns:') && value === camunda.uri);
}
