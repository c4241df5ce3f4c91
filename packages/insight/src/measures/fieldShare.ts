import { fieldValuesSql } from './fieldValues.ts';
import { type Measure, shape, share } from './Measure.ts';

/**
 * Share of the instances asked in which the answer is yes or filled in. Nothing, "", false, "no" and 0 are not; any
 * other entry is. Each instance counts once, with its latest answer.
 */
export const fieldShare: Measure = {
  kind: 'share',
  columns: null,
  select(place, bind) {
    const yes = `lower(coalesce(value, '')) not in ('', 'false', 'no', '0')`;
    return `select ${shape(share(`count(*) filter (where ${yes})`, 'count(*)'))} from (${fieldValuesSql(place, bind)}) entered`;
  },
};
