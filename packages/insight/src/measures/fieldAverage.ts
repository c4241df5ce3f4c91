import { fieldValuesSql } from './fieldValues.ts';
import { type Measure, shape } from './Measure.ts';

/** Mean of a number that was entered, over the instances in which it was; each counts once, with its latest value. */
export const fieldAverage: Measure = {
  kind: 'mean',
  columns: null,
  select(place, bind) {
    return `select ${shape({
      numerator: 'coalesce(sum(number), 0)',
      denominator: 'count(*)',
      n: 'count(*)',
      value: 'avg(number)',
      deviation: 'stddev_samp(number)',
    })} from (
      select value::float8 as number from (${fieldValuesSql(place, bind)}) entered
      where value ~ '^-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?$') numbers`;
  },
};
