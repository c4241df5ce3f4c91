export { addDuration, addInterval, durationMs, isInstant } from './addDuration.ts';
export { isTimerSource } from './isTimerSource.ts';
export { parseDuration, type Duration } from './parseDuration.ts';
