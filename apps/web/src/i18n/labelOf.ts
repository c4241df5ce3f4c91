import type { Labels } from '@dealwright/api/contract';
import { language } from './language.ts';

/** A model's label in the current language, else in the other one, else the fallback (its BPMN name). */
export function labelOf(labels: Labels | null | undefined, fallback: string): string {
  const wanted = language();
  return labels?.[wanted] || labels?.[wanted === 'zh' ? 'en' : 'zh'] || fallback;
}
