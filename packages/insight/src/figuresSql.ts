import { SINCE_FROM } from './cohort.ts';
import { FURTHER_SQL } from './measures/conversion.ts';

/** `select`s over `cohort` and `visit` (see `cohortSql`) for what the process view shows beside the KPIs. */

/** The currency that most deals have; sums are of deals in it, for sums across currencies would mean nothing. */
export const CURRENCY_SQL = `money as materialized (
  select coalesce(mode() within group (order by currency), 'USD') as currency from cohort)`;

/** The rows of `position` that count, each instance once at a node, with its value. */
export const STANDING_SQL = `standing as materialized (
  select distinct p.node_id, c.id, case when c.currency = money.currency then c.value end as value
  from position p join cohort c on c.id = p.instance_id cross join money)`;

/**
 * By element: first entries, normal leaves, the median time between the two, and under `figures` what the measures
 * named in `figures` (SQL aggregates over `visit`) give.
 */
export function elementsSql(figures: string): string {
  return `
  select element_id as "elementId", count(entered) as entered, count(left_at) as "left",
         (select median from stay where stay.element_id = visit.element_id) as "medianHours", ${figures} as figures
  from visit group by 1`;
}

/** How often each flow was taken. `whole`: the cohort is every instance of the process, so that nothing need be joined. */
export function flowsSql(whole: boolean): string {
  return `
  select h.element_id as "flowId", count(*) as taken from history h
  ${whole ? '' : 'join cohort c on c.id = h.instance_id'} where h.process_id = $1 and h.type = 'take' and ${SINCE_FROM}
  group by 1`;
}

/** By element: open instances whose token stands there, and their value. An instance with two tokens counts once. */
export const STANDING_NODES_SQL = `
  select node_id as "elementId", count(*) as standing, coalesce(sum(value), 0) as "standingValue"
  from standing group by 1`;

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
export const STANDING_STAGES_SQL = `
  select stage, count(*) as standing, coalesce(sum(value), 0) as "standingValue" from (
    select distinct node.stands_in as stage, standing.id, standing.value
    from standing join node on node.id = standing.node_id where node.stands_in is not null) standing
  group by 1`;

export const TOTALS_SQL = `
  select count(*) as started, count(*) filter (where status = 'active') as open,
         count(*) filter (where won) as won,
         count(*) filter (where status in ('completed', 'terminated') and outcome = 'lost') as lost,
         coalesce(sum(value) filter (where won and c.currency = money.currency), 0) as "wonValue",
         (select currency from money) as currency
  from (select *, status in ('completed', 'terminated') and outcome is not distinct from 'won' as won from cohort) c
  cross join money`;
