import type { Problem, ProcessGraph } from '@dealwright/bpmn';
import { type EntityManager, findCalendars } from '@dealwright/store';
import { ModelRefused } from '../errors/ModelRefused.ts';
import { calendarsOf } from '../Graphs.ts';

/** Throws `ModelRefused` when drawings name calendars that there are not, with each element that counts by one. */
export async function checkCalendars(em: EntityManager, graphs: readonly ProcessGraph[]): Promise<void> {
  const named = [...new Set(graphs.flatMap(calendarsOf))];
  if (named.length === 0) return;
  const known = new Set((await findCalendars(em, named)).map(({ id }) => id));
  const problems = graphs.flatMap((graph) => graph.nodes.flatMap((node) => problemsAt(node, known)));
  if (problems.length > 0) throw new ModelRefused(problems);
}

function problemsAt(
  { id, name, business, events }: ProcessGraph['nodes'][number],
  known: ReadonlySet<string>,
): Problem[] {
  const named = [
    business.calendar,
    ...events.map((event) => (event.kind === 'timer' ? event.timer.calendar : undefined)),
  ];
  const counts = business.sla !== null || events.length > 0;
  const missing = counts ? named.find((one) => one !== undefined && !known.has(one)) : undefined;
  if (missing === undefined) return [];
  return [
    {
      rule: 'calendar-unknown',
      severity: 'error',
      elementId: id,
      line: null,
      message: {
        en: `"${name || id}" counts by the calendar "${missing}", which there is not. An admin makes calendars under Administration.`,
        zh: `“${name || id}”按工作日历“${missing}”计算，但该日历不存在。请由管理员在“管理”中新建。`,
      },
      section: null,
    },
  ];
}
