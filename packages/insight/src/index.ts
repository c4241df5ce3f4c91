export type { CohortFilter } from './cohort.ts';
export { MEASURES } from './measures/measures.ts';
export type * from './types.ts';
export { createProcessViews } from './createProcessViews.ts';
export { processView, type ProcessViewRequest } from './processView.ts';
