import { isA } from '../../moddle/BpmnElement.ts';
import type { Readings } from '../Dialect.ts';
import { attributeOf, type Foreign } from '../Foreign.ts';

/** Decisions are deployed with the process that asks for them. */
const BINDINGS = new Set(['latest', 'deployment']);

/** The decision that a business rule task asks. */
export function decisionOf(foreign: Foreign): Readings {
  if (!isA(foreign.element, 'bpmn:BusinessRuleTask')) return {};
  const [called] = foreign.elements('calledDecision');
  if (!called) return {};
  const decisionId = attributeOf(called, 'decisionId')?.trim();
  const binding = attributeOf(called, 'bindingType')?.trim() ?? 'latest';
  if (!BINDINGS.has(binding)) foreign.leave('calledDecision', `bindingType: ${binding}`);
  if (decisionId !== undefined && !decisionId.startsWith('=')) {
    return { decision: { decisionId, resultVariable: attributeOf(called, 'resultVariable')?.trim() ?? '' } };
  }
  // which decision is asked is fixed here
  foreign.leave('calledDecision', 'decisionId');
  return {};
}
