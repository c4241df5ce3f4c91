import { messageOf, problemOf } from '../../api/index.ts';
import { t } from '../../i18n/index.ts';
import { modelsTexts as texts } from './texts.ts';

/** Why the server refused a file, with the place where it names one. */
export function refusalOf(error: unknown): string {
  const place = problemOf(error)?.place;
  const where = [
    ...(place?.line === undefined ? [] : [t(texts.atLine, { line: place.line })]),
    ...(place?.elementId === undefined ? [] : [t(texts.atElement, { id: place.elementId })]),
  ];
  return where.length === 0 ? messageOf(error) : `${messageOf(error)} (${where.join(', ')})`;
}
