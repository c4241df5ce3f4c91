export { addDuration, durationMs, isInstant } from './addDuration.ts';
export { addInterval } from './addInterval.ts';
export { nextOfCycle } from './nextOfCycle.ts';
export { parseCycle, type Cycle } from './parseCycle.ts';
export { isTimerSource } from './isTimerSource.ts';
export { parseDuration, type Duration } from './parseDuration.ts';
export { parseInstant } from './parseInstant.ts';
