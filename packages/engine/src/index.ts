export type * from './types/Json.ts';
export type * from './types/State.ts';
export type * from './types/Command.ts';
export type * from './types/Effect.ts';
export type * from './types/HistoryEvent.ts';
export type * from './types/Env.ts';
export type * from './types/StepResult.ts';
