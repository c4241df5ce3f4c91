export { Simulation, type SimulationOptions, type Wait } from './Simulation.ts';
export { graphOf, type NodeSketch } from './graphOf.ts';
export { chainOfDiamonds, countingLoop } from './chains.ts';
export { evaluateSimple } from './evaluateSimple.ts';
export { seeded } from './seeded.ts';
