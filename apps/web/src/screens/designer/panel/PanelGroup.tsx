import type { JSX } from 'solid-js';

/** One foldable group of properties. */
export function PanelGroup(props: { title: string; folded?: boolean; children: JSX.Element }): JSX.Element {
  return (
    <details class="designer__group" open={!props.folded}>
      <summary>{props.title}</summary>
      <div class="designer__fields">{props.children}</div>
    </details>
  );
}
