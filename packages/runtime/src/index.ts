export type * from './Runtime.ts';
