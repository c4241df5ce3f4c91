import type { Language } from '@dealwright/api/contract';
import { createSignal } from 'solid-js';
import { formatText } from './formatText.ts';
import type { Text, TextParams } from './Text.ts';

const STORAGE_KEY = 'dealwright.language';

function firstLanguage(): Language {
  const stored = globalThis.localStorage?.getItem(STORAGE_KEY);
  if (stored === 'zh' || stored === 'en') return stored;
  return globalThis.navigator?.language?.startsWith('zh') ? 'zh' : 'en';
}

const [current, setCurrent] = createSignal<Language>(firstLanguage());

/** The language of the interface; reading it inside JSX or an effect follows every switch. */
export const language = current;

/** Switches the language at once, remembers it in this browser and tells assistive technology through `lang`. */
export function setLanguage(next: Language): void {
  globalThis.localStorage?.setItem(STORAGE_KEY, next);
  setCurrent(next);
  applyLanguage();
}

/** Writes the language on the document; called once at start and at every switch. */
export function applyLanguage(): void {
  if (globalThis.document) globalThis.document.documentElement.lang = current() === 'zh' ? 'zh-CN' : 'en';
}

/** The text in the current language with its placeholders filled. */
export function t(text: Text, params?: TextParams): string {
  return formatText(text, current(), params);
}
