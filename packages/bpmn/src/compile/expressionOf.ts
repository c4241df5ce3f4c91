import { conditionToFeel } from '../dialects/expressions.ts';
import { one, type BpmnElement } from '../moddle/BpmnElement.ts';
import { bodyOf } from './eventDefinitions.ts';

/** An expression in FEEL; null when there is none. What has no equal in FEEL is carried as it stands. */
export function expressionOf(holder: BpmnElement, property: string): string | null {
  const body = bodyOf(one(holder, property));
  return body === '' ? null : (conditionToFeel(body) ?? body.trim());
}
