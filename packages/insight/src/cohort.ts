import type { Parameter } from '@dealwright/store';

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

/**
 * What every figure is computed from, as two SQL tables; `stageOf` is a placeholder for a JSON object, element id →
 * place of its stage.
 *
 * `cohort`: the instances *started* in the period, whatever became of them since. The start decides and not the end:
 * lost deals close early, so a cohort by closing date would make a young version look bad.
 *
 * `visit`: for each instance and element its first entry, first normal leave, and how often it was entered and, for a
 * flow, taken. A token that was moved on in the very moment it came (an import placing a deal at its task) was never
 * there: such a visit is left out. A cancelled visit has no `left_at` and counts as no completion. Each visit carries
 * its instance's `status`, `outcome` and `furthest` stage, so that no measure has to join: the planner knows nothing
 * of the size of such tables, and guessing wrong costs it a factor of a hundred.
 */
export function cohortSql(stageOf: string): string {
  return `
cohort as materialized (
  select i.id, i.status, i.outcome, i.started_at, i.ended_at, coalesce(d.close_value, d.value) as value, d.currency
  from instance i left join deal d on d.instance_id = i.id
  where i.process_id = $1 and ($2::text is null or i.deployment_id = $2)
    and ($3::date is null or i.started_at >= $3::date::timestamp at time zone 'UTC')
    and ($4::date is null or i.started_at < ($4::date + 1)::timestamp at time zone 'UTC')
    and ($5::text[] is null or d.owner_id = any($5))),
event as (
  select h.instance_id, h.element_id, c.status, c.outcome,
         min(h.at) filter (where h.type = 'enter') as entered, min(h.at) filter (where h.type = 'leave') as left_at,
         min(h.at) filter (where h.type = 'cancel') as cancelled,
         count(*) filter (where h.type = 'enter') as entries, count(*) filter (where h.type = 'take') as takes
  from history h join cohort c on c.id = h.instance_id
  where h.process_id = $1
  group by 1, 2, 3, 4),
visit as materialized (
  select *, max(stage) over (partition by instance_id) as furthest from (
    select instance_id, element_id, status, outcome, entered, entries, takes,
           case when cancelled is null or left_at <= cancelled then left_at end as left_at,
           case when entered is not null then (${stageOf}::jsonb ->> element_id)::integer end as stage
    from event
    where entered is null or left_at is not null or cancelled is null or cancelled > entered) met)`;
}

export function cohortParameters(filter: CohortFilter): Parameter[] {
  return [
    filter.processId,
    filter.deploymentId ?? null,
    filter.from ?? null,
    filter.to ?? null,
    filter.owners === null ? null : [...filter.owners],
  ];
}
