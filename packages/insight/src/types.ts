// What the screens see of insight, without the code behind it: the API's contract hands these on to the browser.
export type * from './KpiResult.ts';
export type * from './ProcessFigures.ts';
