import { onCleanup } from 'solid-js';

/** How far below the window counts as about to be seen, so that the next rows are there before one gets to them. */
const AHEAD = '300px';

/** A `ref` that calls `run` each time the element comes into view. */
export function whenSeen(run: () => void): (element: HTMLElement) => void {
  return (element) => {
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && run(), {
      rootMargin: AHEAD,
    });
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  };
}
