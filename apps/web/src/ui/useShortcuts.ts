import { onCleanup, onMount } from 'solid-js';
import { shortcutsEnabled } from '../session/shortcutsEnabled.ts';
import { isTyping } from './isTyping.ts';

export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Single-key shortcuts of a screen while it is shown. Keys are `KeyboardEvent.key` in lower case ("j", "enter", "/").
 * Silent while one types, while a dialog or menu is open, with a modifier held, and when switched off.
 */
export function useShortcuts(shortcuts: () => Shortcuts): void {
  const listen = (event: KeyboardEvent) => {
    if (!shortcutsEnabled() || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (isTyping(event.target) || document.querySelector('[role="dialog"], [role="menu"]')) return;
    const run = shortcuts()[event.key.toLowerCase()];
    if (!run) return;
    event.preventDefault();
    run(event);
  };
  onMount(() => document.addEventListener('keydown', listen));
  onCleanup(() => document.removeEventListener('keydown', listen));
}
