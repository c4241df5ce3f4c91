export * from './ApiProblem.ts';
export { api } from './client.ts';
export * from './keys.ts';
export { onLiveChange } from './live.ts';
export { CommandOnce } from './CommandOnce.ts';
export * from './useQuery.ts';
