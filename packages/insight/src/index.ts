export type { CohortFilter } from './cohort.ts';
export type * from './KpiResult.ts';
export { MEASURES } from './measures/measures.ts';
export type * from './ProcessFigures.ts';
export { processView, type ProcessViewRequest } from './processView.ts';
