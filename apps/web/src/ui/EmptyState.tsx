import { type JSX, Show } from 'solid-js';
import './EmptyState.css';

/** Says why there is nothing here and gives one thing to do about it. */
export function EmptyState(props: { icon?: JSX.Element; title: string; text?: string; action?: JSX.Element }) {
  return (
    <div class="empty-state">
      <Show when={props.icon}>
        {(icon) => (
          <span class="empty-state__icon" aria-hidden="true">
            {icon()}
          </span>
        )}
      </Show>
      <h2 class="empty-state__title">{props.title}</h2>
      <Show when={props.text}>
        <p class="empty-state__text">{props.text}</p>
      </Show>
      <Show when={props.action}>{(action) => <div class="empty-state__action">{action()}</div>}</Show>
    </div>
  );
}
