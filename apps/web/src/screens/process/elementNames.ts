import { typeName } from '../../diagram/typeName.ts';

/**
 * The names of a model's elements by id, in a language: its label, else its BPMN name, else its type (few gateways have a
 * name). Read from the file's text by the browser's own parser, so that the table needs no drawing.
 */
export function elementNames(xml: string, language: 'zh' | 'en'): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const root = new DOMParser().parseFromString(xml, 'application/xml');
  for (const element of root.querySelectorAll('[id]')) {
    const own = [...element.children].find((child) => child.localName === 'extensionElements');
    const label = [...(own?.children ?? [])].find(
      (child) => child.localName === 'label' && child.getAttribute('lang') === language,
    );
    const name = label?.textContent?.trim() || element.getAttribute('name')?.trim();
    const type = `bpmn:${element.localName.charAt(0).toUpperCase()}${element.localName.slice(1)}`;
    names.set(element.id || (element.getAttribute('id') ?? ''), name || typeName(type));
  }
  return names;
}
