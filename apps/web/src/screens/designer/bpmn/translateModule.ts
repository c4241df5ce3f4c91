import { language } from '../../../i18n/index.ts';
import { bpmnDictionary } from './bpmnDictionary.ts';

/**
 * bpmn-js's texts in the current language. The language is read at each call, so menus that open after a switch are
 * right at once; the palette is built anew by `retranslate`.
 */
export function translate(template: string, replacements: Readonly<Record<string, string>> = {}): string {
  const text = language() === 'zh' ? (bpmnDictionary[template] ?? template) : template;
  return text.replaceAll(/\{([^}]+)\}/g, (whole, key: string) => replacements[key] ?? whole);
}

export const translateModule = { translate: ['value', translate] };
