import type { DialectReading } from '../dialects/Dialect.ts';
import { text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { DecisionCall } from '../ProcessGraph.ts';

/** The DMN decision that a business rule task runs; null when it is a connector's work. */
export function decisionOf(element: BpmnElement, dialect: DialectReading): DecisionCall | null {
  const decisionId = text(element, 'dw:decision');
  if (decisionId === undefined) return dialect.decision ?? null;
  return { decisionId: decisionId.trim(), resultVariable: text(element, 'dw:decisionResult') ?? '' };
}
