import { type JSX, Show } from 'solid-js';
import './Panel.css';

/** A titled surface. */
export function Panel(props: { title?: JSX.Element; actions?: JSX.Element; class?: string; children: JSX.Element }) {
  return (
    <section class={`panel ${props.class ?? ''}`}>
      <Show when={props.title}>
        <header class="panel__head">
          <h2 class="panel__title">{props.title}</h2>
          {props.actions}
        </header>
      </Show>
      {props.children}
    </section>
  );
}
