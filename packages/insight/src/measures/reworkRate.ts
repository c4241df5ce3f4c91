import { type Measure, shape, share } from './Measure.ts';

/**
 * re-entries ÷ entries: which share of the work here is work done again. On the process, over all its user tasks. The
 * interval takes entries as independent, which the entries of one deal are not quite.
 */
export const reworkRate: Measure = {
  kind: 'share',
  columns: () => AGAIN,
  select({ graph }, bind) {
    const tasks = graph.nodes.filter((node) => node.type === 'userTask').map((node) => node.id);
    return `select ${shape(AGAIN)} from visit where element_id = any(${bind(tasks)}::text[])`;
  },
};

const AGAIN = share(
  'coalesce(sum(entries - 1) filter (where entered is not null), 0)',
  'coalesce(sum(entries) filter (where entered is not null), 0)',
);
