import { createSignal } from 'solid-js';

const STORAGE_KEY = 'dealwright.shortcuts';
const [enabled, setEnabled] = createSignal(globalThis.localStorage?.getItem(STORAGE_KEY) !== 'off');

/** Whether single-key shortcuts work (they can be switched off: WCAG 2.1.4). */
export const shortcutsEnabled = enabled;

/** Switches single-key shortcuts on or off and remembers it in this browser. */
export function setShortcutsEnabled(next: boolean): void {
  globalThis.localStorage?.setItem(STORAGE_KEY, next ? 'on' : 'off');
  setEnabled(next);
}
