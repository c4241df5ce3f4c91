import { ALWAYS } from '../calendar/WorkCalendar.ts';
import { processOf } from '../ModelIndex.ts';
import { text, type BpmnElement } from '../moddle/BpmnElement.ts';

/**
 * Id of the calendar by whose working time durations at a node are counted: the one that `dw:calendar` names there, else
 * the process's. Null: around the clock, as without a word, and as `dw:calendar="always"` says in spite of the process.
 */
export function calendarOf(node: BpmnElement): string | null {
  const process = processOf(node);
  const named = said(node) ?? (process ? said(process) : undefined) ?? ALWAYS;
  return named === ALWAYS ? null : named;
}

function said(element: BpmnElement): string | undefined {
  const id = text(element, 'dw:calendar')?.trim();
  return id === '' ? undefined : id;
}
