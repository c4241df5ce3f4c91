import type { Parameter } from '@dealwright/store';
import { medianSql } from './statistics/medianSql.ts';

/** Which deals figures are of. */
export interface CohortFilter {
  readonly processId: string;
  /** one version; every version when absent */
  readonly deploymentId?: string | undefined;
  /** first and last day (UTC, YYYY-MM-DD) on which an instance may have been started */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** whose deals; everybody's when null */
  readonly owners: readonly string[] | null;
}

/** What figures know of an element of the drawing; each is a row of the SQL table `node`. */
export interface NodeRow {
  readonly id: string;
  /** place of its stage, when the deal can still be won from here: a loss review is no progress */
  readonly stage: number | null;
  /** place of its stage in any case */
  readonly standsIn: number | null;
  /** seconds of its SLA */
  readonly sla: number | null;
  /** a loop or multi-instance activity: several tokens enter and leave it in one visit */
  readonly repeated: boolean;
}

/**
 * History of what was started in the period is not older than the period: no month before it is read. Two days more,
 * because the clocks of several servers differ and one is set back now and then.
 */
export const SINCE_FROM = `($3::date is null or at >= ($3::date - 2)::timestamp at time zone 'UTC')`;

/**
 * What every figure is computed from, as SQL tables; `nodes` is a placeholder for a JSON array of `NodeRow`.
 *
 * `cohort`: the instances *started* in the period, whatever became of them since. The start decides and not the end:
 * lost deals close early, so a cohort by closing date would make a young version look bad.
 *
 * `visit`: for each instance and element of the drawing its first entry, first normal leave, the `hours` between, and
 * how often it was entered. A token that was moved on in the very moment it came (an import placing a deal at its task)
 * was never there: such a visit is left out. A cancelled visit has no `left_at` and counts as no completion. `due` is
 * the deadline that the first visit's task was given; it can differ from the SLA of the drawing (a task that an import
 * opened is due from the import on, whatever the age of the deal). Each visit carries its instance's `status`,
 * `outcome` and `furthest` stage, so that no measure has to join: the planner knows nothing of the size of such tables,
 * and guessing wrong costs it a factor of a hundred.
 *
 * A repeated activity (`repeated`: whether the drawing has any) is visited as a whole: from the first of its instances
 * that is entered to the last that is left, and that is one entry however many instances it had. What is withdrawn when
 * its completion condition becomes true does not make it a cancelled visit; only an interruption does, which cancels
 * after the last one was left.
 *
 * `stay`: by element, how long finished visits took. Sorting is dear, so it is done once for all that ask for medians.
 */
export function cohortSql(nodes: string, repeated: boolean): string {
  return `
cohort as materialized (
  select i.id, i.status, i.outcome, i.started_at, i.ended_at, coalesce(d.close_value, d.value) as value, d.currency
  from instance i left join deal d on d.instance_id = i.id
  where i.process_id = $1 and ($2::text is null or i.deployment_id = $2)
    and ($3::date is null or i.started_at >= $3::date::timestamp at time zone 'UTC')
    and ($4::date is null or i.started_at < ($4::date + 1)::timestamp at time zone 'UTC')
    and ($5::text[] is null or d.owner_id = any($5))),
node as materialized (
  select id, stage, "standsIn" as stands_in, sla * interval '1 second' as sla, repeated
  from jsonb_to_recordset(${nodes}::jsonb) as r(id text, stage integer, "standsIn" integer, sla float8,
    repeated boolean)),${repeated ? REPEATED_SQL : ''}
event as materialized (
  select instance_id, element_id,
         min(at) filter (where type = 'enter') as entered, min(at) filter (where type = 'leave') as left_at,
         min(at) filter (where type = 'cancel') as cancelled, count(*) filter (where type = 'enter') as entries
  from history where process_id = $1 and type in ('enter', 'leave', 'cancel') and ${SINCE_FROM}
    ${repeated ? 'and element_id not in (select id from node where repeated)' : ''} group by 1, 2
  ${repeated ? 'union all select * from repeated' : ''}),
met as materialized (
  select e.instance_id, e.element_id, node.stage, node.sla, e.entered, e.entries,
         case when e.cancelled is null or e.left_at <= e.cancelled then e.left_at end as left_at
  from event e join node on node.id = e.element_id
  where e.entered is null or e.left_at is not null or e.cancelled is null or e.cancelled > e.entered),
furthest as materialized (
  select instance_id, max(stage) as furthest from met where stage is not null and entered is not null group by 1),
reached as materialized (
  select c.id, c.status, c.outcome, furthest.furthest from cohort c left join furthest on furthest.instance_id = c.id),
deadline as materialized (
  select instance_id, node_id, min(due_at) as due from task where process_id = $1 and due_at is not null group by 1, 2),
visit as materialized (
  select met.*, date_part('epoch', met.left_at - met.entered) / 3600 as hours, reached.status, reached.outcome,
         reached.furthest, deadline.due
  from met join reached on reached.id = met.instance_id
       left join deadline on deadline.instance_id = met.instance_id and deadline.node_id = met.element_id),
stay as materialized (${medianSql('visit', 'element_id')})`;
}

/** All instances of one run of a repeated activity are in the scope that it has opened for them. */
const REPEATED_SQL = `
run as materialized (
  select instance_id, element_id, detail->'scope' as scope, min(at) filter (where type = 'enter') as entered,
         max(at) filter (where type = 'leave') as left_at, max(at) filter (where type = 'cancel') as cancelled,
         count(*) filter (where type = 'enter') > count(*) filter (where type <> 'enter') as open
  from history where process_id = $1 and type in ('enter', 'leave', 'cancel') and ${SINCE_FROM}
    and element_id in (select id from node where repeated) group by 1, 2, 3),
repeated as materialized (
  select distinct on (instance_id, element_id) instance_id, element_id, entered,
         case when not open and (cancelled is null or left_at >= cancelled) then left_at end as left_at,
         case when not open and (left_at is null or left_at < cancelled) then cancelled end as cancelled,
         count(*) over (partition by instance_id, element_id) as entries
  from run order by instance_id, element_id, entered),`;

export function cohortParameters(filter: CohortFilter): Parameter[] {
  return [
    filter.processId,
    filter.deploymentId ?? null,
    filter.from ?? null,
    filter.to ?? null,
    filter.owners === null ? null : [...filter.owners],
  ];
}

/** Whether nothing but the process is asked for: then its every instance counts. */
export function isWhole({ deploymentId, from, to, owners }: CohortFilter): boolean {
  return deploymentId === undefined && from === undefined && to === undefined && owners === null;
}
