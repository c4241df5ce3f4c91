export { addDuration, durationMs } from './addDuration.ts';
export { isTimerSource } from './isTimerSource.ts';
export { parseDuration, type Duration } from './parseDuration.ts';
