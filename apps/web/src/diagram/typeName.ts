import { t } from '../i18n/index.ts';
import { elementTypeTexts } from './texts.ts';

/** The BPMN type of an element in words; takes `bpmn:UserTask`. */
export function typeName(type: string): string {
  const key = type.replace('bpmn:', '');
  return key in elementTypeTexts ? t(elementTypeTexts[key as keyof typeof elementTypeTexts]) : key;
}
