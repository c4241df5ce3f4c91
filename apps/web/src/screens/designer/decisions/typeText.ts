import type { DecisionInput } from '@dealwright/api/contract';

/** The type of a value as FEEL names it; empty when none is said. */
export function typeText(type: DecisionInput['type']): string {
  if (type === null) return '';
  return type.kind === 'list' && type.name === 'list' ? `list<${typeText(type.of)}>` : type.name;
}
