import { createEffect } from 'solid-js';

/** Names the page in the browser's tab and for a screen reader, as long as the screen is shown. */
export function usePageTitle(title: () => string): void {
  createEffect(() => {
    document.title = `${title()} · Dealwright`;
  });
}
