import { medianSql } from '../statistics/medianSql.ts';
import { type Columns, type Measure, shape } from './Measure.ts';

/**
 * How long it takes, as the median in hours. On an element: from first entry to first normal leave, of the instances
 * that have left it; open visits are left out, so a figure of a young cohort leans to the quick ones. On the process:
 * from start to end of won deals (lost ones close for other reasons and much sooner).
 */
export const cycleTime: Measure = {
  kind: 'median',
  columns: () => figure((column) => `(select ${column} from stay where stay.element_id = visit.element_id)`),
  select: () => `select ${shape(figure((column) => column))} from (${medianSql(WON)}) stay`,
};

const WON = `(select date_part('epoch', ended_at - started_at) / 3600 as hours from cohort
  where status <> 'active' and outcome = 'won') won`;

function figure(of: (column: string) => string): Columns {
  return {
    numerator: `coalesce(${of('total')}, 0)`,
    denominator: `coalesce(${of('n')}, 0)`,
    n: `coalesce(${of('n')}, 0)`,
    value: of('median'),
    low: of('low'),
    high: of('high'),
  };
}
