import { elementId, type Measure, shape } from './Measure.ts';

/** How many instances have finished here at least once; on the process, how many have reached an end. A plain count. */
export const completions: Measure = {
  kind: 'count',
  sql(place, bind) {
    const from =
      place.node === null
        ? `cohort where status in ('completed', 'terminated')`
        : `visit where element_id = ${bind(elementId(place))} and left_at is not null`;
    return `select ${shape({ numerator: 'count(*)', denominator: '1', n: 'count(*)', value: 'count(*)' })} from ${from}`;
  },
};
