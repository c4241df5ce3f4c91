/** `select`s over `cohort` and `visit` (see `COHORT_SQL`) for what the process view shows beside the KPIs. */

/** The currency that most deals have; sums are of deals in it, for sums across currencies would mean nothing. */
export const CURRENCY_SQL = `money as materialized (
  select coalesce(mode() within group (order by currency), 'USD') as currency from cohort)`;

/** By element: first entries, normal leaves, the median time between the two, and how often a flow was taken. */
export const ELEMENTS_SQL = `
  select element_id as "elementId", count(entered) as entered, count(left_at) as "left",
         percentile_cont(0.5) within group (order by extract(epoch from left_at - entered) / 3600)
           filter (where entered is not null) as "medianHours",
         sum(takes) as taken
  from visit group by 1`;

/** By element: open instances whose token stands there, and their value. An instance with two tokens counts once. */
export const STANDING_SQL = `
  select node_id as "elementId", count(*) as standing, coalesce(sum(value), 0) as "standingValue"
  from (select distinct p.node_id, c.id, case when c.currency = money.currency then c.value end as value
        from position p join cohort c on c.id = p.instance_id cross join money) standing
  group by 1`;

/**
 * By stage (given as a JSON object element id → stage index): instances that entered it, in whatever element first;
 * of those how many got further, into a later stage or won (`advanced`), out of those that did or have ended
 * (`decided`); what stands in it now. Open deals that have not got further may still do so, and count for neither.
 */
export function stageFunnelSql(stageOf: string): string {
  return `
  with place as (
    select key as element_id, value::integer as stage from jsonb_each_text(${stageOf}::jsonb)),
  entry as (
    select distinct v.instance_id, place.stage from visit v join place on place.element_id = v.element_id
    where v.entered is not null),
  furthest as (select instance_id, max(stage) as stage from entry group by 1),
  judged as (
    select e.stage, c.status,
           f.stage > e.stage or (c.status <> 'active' and c.outcome is not distinct from 'won') as further
    from entry e join furthest f on f.instance_id = e.instance_id join cohort c on c.id = e.instance_id),
  standing as (
    select stage, count(*) as n, coalesce(sum(value), 0) as value from (
      select distinct place.stage, c.id, case when c.currency = money.currency then c.value end as value
      from position p join place on place.element_id = p.node_id join cohort c on c.id = p.instance_id
      cross join money) token
    group by 1)
  select coalesce(j.stage, s.stage) as stage, coalesce(j.entered, 0) as entered, coalesce(j.advanced, 0) as advanced,
         coalesce(j.decided, 0) as decided, coalesce(s.n, 0) as standing, coalesce(s.value, 0) as "standingValue"
  from (select stage, count(*) as entered, count(*) filter (where further) as advanced,
               count(*) filter (where further or status <> 'active') as decided
        from judged group by 1) j
  full join standing s on s.stage = j.stage`;
}

export const TOTALS_SQL = `
  select count(*) as started, count(*) filter (where status = 'active') as open,
         count(*) filter (where won) as won,
         count(*) filter (where status in ('completed', 'terminated') and outcome = 'lost') as lost,
         coalesce(sum(value) filter (where won and c.currency = money.currency), 0) as "wonValue",
         (select currency from money) as currency
  from (select *, status in ('completed', 'terminated') and outcome is not distinct from 'won' as won from cohort) c
  cross join money`;
