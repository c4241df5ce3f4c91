import type { DecisionInput } from '@dealwright/api/contract';
import { t } from '../../../i18n/index.ts';
import { typeTexts } from './texts.ts';

/** The type of a value in words; the name that a file gives to a type of its own; empty when none is said. */
export function typeText(type: DecisionInput['type']): string {
  if (type === null) return '';
  if (type.kind === 'base') return type.name === type.base ? t(typeTexts[type.base]) : type.name;
  return type.name;
}
