export type * from './Json.ts';
export { ExpressionError, type ExpressionErrorCode, type ExpressionErrorDetails } from './ExpressionError.ts';
export { parseExpression, MAX_LENGTH, type ParsedExpression } from './parseExpression.ts';
export type { ExpressionKind } from './classify.ts';
export { checkExpression } from './checkExpression.ts';
export { PendingEvaluation, type Evaluation } from './PendingEvaluation.ts';
export {
  createEvaluator,
  type EvaluationMemory,
  evaluationMemory,
  type Evaluator,
  type EvaluatorOptions,
  type StepEnv,
} from './createEvaluator.ts';
export * from './decision/index.ts';
