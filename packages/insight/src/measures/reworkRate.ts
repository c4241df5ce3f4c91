import { elementId, type Measure, share } from './Measure.ts';

/**
 * re-entries ÷ entries: which share of the work here is work done again. On the process, over all its user tasks. The
 * interval takes entries as independent, which the entries of one deal are not quite.
 */
export const reworkRate: Measure = {
  kind: 'share',
  sql(place, bind) {
    const elements =
      place.node === null
        ? place.graph.nodes.filter((node) => node.type === 'userTask').map((node) => node.id)
        : [elementId(place)];
    return `select ${share('coalesce(sum(entries - 1), 0)', 'coalesce(sum(entries), 0)')} from visit
      where element_id = any(${bind(elements)}::text[]) and entered is not null`;
  },
};
