import { onCleanup } from 'solid-js';

/**
 * A `ref` for a frame that may scroll sideways: it takes the focus while there is something to scroll to, so that the
 * arrow keys reach what a narrow window cuts off, and is no stop on the way where all of it is shown.
 */
export function scrollByKeyboard(element: HTMLElement): void {
  const judge = () => {
    if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  };
  const observer = new ResizeObserver(judge);
  observer.observe(element);
  const inner = new MutationObserver(judge);
  inner.observe(element, { childList: true, subtree: true });
  onCleanup(() => {
    observer.disconnect();
    inner.disconnect();
  });
}
