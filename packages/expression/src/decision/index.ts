export type * from './DecisionModel.ts';
export type { DecisionProblem } from './DecisionProblem.ts';
export { DecisionError } from './DecisionError.ts';
export { parseDecisions } from './parseDecisions.ts';
export { evaluateDecision } from './evaluateDecision.ts';
export { mergeDecisions } from './mergeDecisions.ts';
export { decisionInputs, type DecisionInput } from './decisionInputs.ts';
