import { FURTHER_SQL } from './measures/conversion.ts';

/** `select`s over `cohort` and `visit` (see `cohortSql`) for what the process view shows beside the KPIs. */

/** The currency that most deals have; sums are of deals in it, for sums across currencies would mean nothing. */
export const CURRENCY_SQL = `money as materialized (
  select coalesce(mode() within group (order by currency), 'USD') as currency from cohort)`;

/**
 * By element: first entries, normal leaves, the median time between the two, how often a flow was taken, and under
 * `figures` what the measures named in `figures` (SQL aggregates) give. `slas` is a placeholder for a JSON object,
 * element id → seconds.
 */
export function elementsSql(figures: string, slas: string): string {
  return `
  select element_id as "elementId", count(entered) as entered, count(left_at) as "left",
         percentile_cont(0.5) within group (order by extract(epoch from left_at - entered) / 3600)
           filter (where entered is not null) as "medianHours",
         sum(takes) as taken, ${figures} as figures
  from (select *, (${slas}::jsonb ->> element_id)::float8 * interval '1 second' as sla from visit) visit group by 1`;
}

/** By element: open instances whose token stands there, and their value. An instance with two tokens counts once. */
export const STANDING_SQL = `
  select node_id as "elementId", count(*) as standing, coalesce(sum(value), 0) as "standingValue"
  from (select distinct p.node_id, c.id, case when c.currency = money.currency then c.value end as value
        from position p join cohort c on c.id = p.instance_id cross join money) standing
  group by 1`;

/**
 * By place of the stage: instances that entered it, in whatever element first; of those how many got further, into a
 * later stage or won (`advanced`), out of those that did or have ended (`decided`). Open deals that have not got
 * further may still do so, and count for neither.
 */
export const STAGES_SQL = `
  select stage, count(*) as entered, count(*) filter (where further) as advanced,
         count(*) filter (where further or status <> 'active') as decided
  from (select distinct instance_id, stage, status, ${FURTHER_SQL} as further
        from visit where stage is not null and entered is not null) entered
  group by 1`;

/** By place of the stage: open instances that stand in it, and their value. */
export function standingStagesSql(stageOf: string): string {
  return `
  select stage, count(*) as standing, coalesce(sum(value), 0) as "standingValue" from (
    select distinct (${stageOf}::jsonb ->> p.node_id)::integer as stage, c.id,
           case when c.currency = money.currency then c.value end as value
    from position p join cohort c on c.id = p.instance_id cross join money) standing
  where stage is not null group by 1`;
}

export const TOTALS_SQL = `
  select count(*) as started, count(*) filter (where status = 'active') as open,
         count(*) filter (where won) as won,
         count(*) filter (where status in ('completed', 'terminated') and outcome = 'lost') as lost,
         coalesce(sum(value) filter (where won and c.currency = money.currency), 0) as "wonValue",
         (select currency from money) as currency
  from (select *, status in ('completed', 'terminated') and outcome is not distinct from 'won' as won from cohort) c
  cross join money`;
