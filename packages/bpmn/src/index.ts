export * from './ProcessGraph.ts';
export * from './Problem.ts';
