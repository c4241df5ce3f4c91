import { type JSX, Show } from 'solid-js';
import './PageHeader.css';

/** The top line of a screen: its name, what narrows it, what one can do. */
export function PageHeader(props: {
  title: JSX.Element;
  before?: JSX.Element;
  children?: JSX.Element;
  actions?: JSX.Element;
}) {
  return (
    <header class="page-header">
      {props.before}
      <h1 class="page-header__title">{props.title}</h1>
      <Show when={props.children}>
        <div class="page-header__middle">{props.children}</div>
      </Show>
      <Show when={props.actions}>
        <div class="page-header__actions">{props.actions}</div>
      </Show>
    </header>
  );
}
