import type { Texts } from './Text.ts';

/**
 * Declares the texts of one screen folder (its `texts.ts`). The type asks for both languages; the test beside
 * `formatText` also asks for equal placeholders.
 */
export function defineTexts<const T extends Texts>(texts: T): T {
  return texts;
}
