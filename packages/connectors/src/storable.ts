import type { Json } from '@dealwright/engine';
import { mapTexts } from './mapTexts.ts';

/** The same with what no database keeps as text (NUL, half a surrogate pair) replaced. */
export function storable(value: Json): Json {
  return mapTexts(value, (text) => text.replaceAll('\0', '\uFFFD').toWellFormed());
}
