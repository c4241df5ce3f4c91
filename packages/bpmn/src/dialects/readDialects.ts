import type { BpmnElement } from '../moddle/BpmnElement.ts';
import { camunda } from './camunda.ts';
import type { Dialect, DialectReading } from './Dialect.ts';
import { zeebe } from './zeebe.ts';

export const DIALECTS: readonly Dialect[] = [camunda, zeebe];

/** What all known dialects together say of an element; `prefixes` are those of the file's root. */
export function readDialects(element: BpmnElement, prefixes: ReadonlyMap<string, string>): DialectReading {
  let merged: DialectReading = { unmapped: [] };
  for (const dialect of DIALECTS) {
    const prefix = prefixes.get(dialect.uri);
    if (prefix === undefined) continue;
    const reading = dialect.read(element, prefix);
    merged = { ...merged, ...reading, unmapped: [...merged.unmapped, ...reading.unmapped] };
  }
  return merged;
}
