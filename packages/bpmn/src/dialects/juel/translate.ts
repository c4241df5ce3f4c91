import { Untranslatable } from './Juel.ts';

/** What a translation gives, or null when something in it has no equal in FEEL. */
export function translate(translation: () => string | null): string | null {
  try {
    return translation();
  } catch (error) {
    if (error instanceof Untranslatable) return null;
    throw error;
  }
}
