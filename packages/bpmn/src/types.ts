// What the browser may import without pulling in the parser.
export * from './ProcessGraph.ts';
export * from './Problem.ts';
