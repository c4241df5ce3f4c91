import type { DialectReading } from '../dialects/Dialect.ts';
import { stripEquals } from '../dialects/expressions.ts';
import { text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { AdHocDefinition } from '../ProcessGraph.ts';
import { expressionOf } from './expressionOf.ts';

/** What an ad-hoc subprocess says of itself (BPMN 2.0.2, 10.3.5); null for every other element. */
export function adHocOf(element: BpmnElement, dialect: DialectReading): AdHocDefinition | null {
  if (element.$type !== 'bpmn:AdHocSubProcess') return null;
  const own = text(element, 'dw:activeElements');
  return {
    sequential: text(element, 'ordering')?.toLowerCase() === 'sequential',
    completionCondition: expressionOf(element, 'completionCondition'),
    cancelRemaining: element.get('cancelRemainingInstances') !== false,
    activeElements: own === undefined ? (dialect.activeElements ?? null) : stripEquals(own),
  };
}
