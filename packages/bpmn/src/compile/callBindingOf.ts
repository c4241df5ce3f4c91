import type { DialectReading } from '../dialects/Dialect.ts';
import { text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { CallBinding } from '../ProcessGraph.ts';

/** Which version a call activity calls; null for the latest. */
export function callBindingOf(element: BpmnElement, dialect: DialectReading): CallBinding | null {
  const binding = text(element, 'dw:binding');
  const version: unknown = element.get('dw:version');
  if (binding === 'deployment') return { type: 'deployment' };
  if (binding === 'version' && typeof version === 'number') return { type: 'version', version };
  return dialect.callBinding ?? null;
}
