import type { Theme } from '@dealwright/api/contract';
import { createSignal } from 'solid-js';

const STORAGE_KEY = 'dealwright.theme';

function storedTheme(): Theme {
  const stored = globalThis.localStorage?.getItem(STORAGE_KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

const darkScheme = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
const [chosen, setChosen] = createSignal<Theme>(storedTheme());
const [systemDark, setSystemDark] = createSignal(darkScheme?.matches ?? false);

/** The person's choice. */
export const theme = chosen;

/** What is shown now, after asking the system where the person left it to it. */
export function shownTheme(): 'light' | 'dark' {
  const choice = chosen();
  return choice === 'system' ? (systemDark() ? 'dark' : 'light') : choice;
}

/** Switches the theme at once and remembers it in this browser. */
export function setTheme(next: Theme): void {
  globalThis.localStorage?.setItem(STORAGE_KEY, next);
  setChosen(next);
  applyTheme();
}

/** Writes the theme on the document and follows the system; called once at start. */
export function startTheme(): void {
  darkScheme?.addEventListener('change', (event) => {
    setSystemDark(event.matches);
    applyTheme();
  });
  applyTheme();
}

function applyTheme(): void {
  if (globalThis.document) document.documentElement.dataset['theme'] = shownTheme();
}
