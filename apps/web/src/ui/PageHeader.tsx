import { type JSX, Show } from 'solid-js';
import './PageHeader.css';

/**
 * The top line of a screen: its name, what narrows it, what one can do. Each part is read once: a property that holds
 * JSX makes it anew at every reading, and a dialog that stood in one was there twice, each hiding the other.
 */
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
      <Show when={props.children}>{(middle) => <div class="page-header__middle">{middle()}</div>}</Show>
      <Show when={props.actions}>{(actions) => <div class="page-header__actions">{actions()}</div>}</Show>
    </header>
  );
}
