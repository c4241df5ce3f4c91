import { FEWEST_FOR_MEDIAN, medianRanksSql } from './medianRanks.ts';

/**
 * A `select` of how many `hours` that are not null there are in `rows` (a from clause), their `total`, their `median`,
 * and its bounds `low` and `high` at 95 % (null when there are too few): a row for each `group` (a column), or one row.
 * They are sorted once, whatever is asked of them.
 */
export function medianSql(rows: string, group?: string): string {
  const { low, high } = medianRanksSql('n');
  const bound = (rank: string) => `case when n >= ${FEWEST_FOR_MEDIAN} then sorted[(${rank})::integer] end`;
  const key = group === undefined ? '' : `${group}, `;
  return `
  select ${key}n, total, (sorted[(n + 1) / 2] + sorted[n / 2 + 1]) / 2 as median,
         ${bound(low)} as low, ${bound(high)} as high
  from (select ${key}count(*) as n, sum(hours) as total, array_agg(hours order by hours) as sorted
        from ${rows} where hours is not null ${group === undefined ? '' : `group by ${group}`}) sorted`;
}
