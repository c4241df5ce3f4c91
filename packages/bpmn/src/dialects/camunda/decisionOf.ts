import { isA } from '../../moddle/BpmnElement.ts';
import type { Readings } from '../Dialect.ts';
import type { Foreign } from '../Foreign.ts';

/** How a result is put together that DMN itself puts together so, by the decision's hit policy and number of outputs. */
const NATURAL = new Set(['singleEntry', 'singleResult', 'collectEntries']);
/** Decisions are deployed with the process that asks for them. */
const BINDINGS = new Set(['latest', 'deployment']);

/**
 * The decision that a business rule task asks. Its result has the form that DMN gives it (DMN 1.3, 8.2.11): a value, a
 * context, or a list; a `resultList` of contexts around a single value has no equal.
 */
export function decisionOf(foreign: Foreign): Readings {
  if (!isA(foreign.element, 'bpmn:BusinessRuleTask')) return {};
  const decisionId = foreign.attribute('decisionRef')?.trim();
  if (decisionId === undefined) return {};
  const resultVariable = foreign.attribute('resultVariable') ?? foreign.attribute('decisionRefResultVariable') ?? '';
  const mapping = foreign.attribute('mapDecisionResult');
  if (mapping !== undefined && !NATURAL.has(mapping)) foreign.leave('mapDecisionResult', mapping);
  const binding = foreign.attribute('decisionRefBinding');
  if (binding !== undefined && !BINDINGS.has(binding)) foreign.leave('decisionRefBinding', binding);
  if (!/[$#]\{/.test(decisionId)) return { decision: { decisionId, resultVariable: resultVariable.trim() } };
  // which decision is asked is fixed here
  foreign.leave('decisionRef');
  return {};
}
