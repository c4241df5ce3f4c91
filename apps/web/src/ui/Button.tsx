import { type JSX, Show, splitProps } from 'solid-js';
import { Spinner } from './Spinner.tsx';
import './Button.css';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

export interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: ButtonVariant;
  size?: 'sm' | 'md' | 'lg';
  icon?: JSX.Element;
  /** shows a spinner and refuses further presses, but keeps the focus */
  busy?: boolean;
}

/** The one button. `busy` keeps its width and its place. */
export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ['variant', 'size', 'icon', 'busy', 'class', 'children', 'onClick', 'type']);
  return (
    <button
      {...rest}
      type={own.type ?? 'button'}
      class={`button button--${own.variant ?? 'secondary'} button--${own.size ?? 'md'} ${own.class ?? ''}`}
      aria-busy={own.busy ? 'true' : undefined}
      aria-disabled={own.busy ? 'true' : undefined}
      onClick={(event) => {
        if (own.busy) return event.preventDefault();
        const handler = own.onClick;
        if (typeof handler === 'function') handler(event);
        else if (handler) handler[0](handler[1], event);
      }}
    >
      <Show when={own.busy} fallback={own.icon}>
        <Spinner />
      </Show>
      <Show when={own.children}>
        <span class="button__label">{own.children}</span>
      </Show>
    </button>
  );
}
