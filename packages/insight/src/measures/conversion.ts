import { type Measure, shape, share } from './Measure.ts';

/** Whether the instance of a visit got into a later stage than the visit's, or was won. */
export const FURTHER_SQL = `(furthest > stage or (status <> 'active' and outcome is not distinct from 'won'))`;

const PASSED = `(case when stage is null then left_at is not null else ${FURTHER_SQL} end)`;

/**
 * Share of the instances that entered here and got further: into a later stage, or won. First entries count, loops do
 * not count again. Open deals that have not got further yet are left out of both: they may still. An element without a
 * stage asks whether it was ever left normally. On the process it is won ÷ everything that has ended, disqualified
 * deals too.
 */
export const conversion: Measure = {
  kind: 'share',
  columns: () =>
    share(
      `count(*) filter (where entered is not null and ${PASSED})`,
      `count(*) filter (where entered is not null and (${PASSED} or status <> 'active'))`,
    ),
  select: () =>
    `select ${shape(share(`count(*) filter (where outcome = 'won')`, 'count(*)'))} from cohort where status <> 'active'`,
};
