import { Tooltip as Primitive } from '@kobalte/core/tooltip';
import { type JSX, Show } from 'solid-js';
import { Kbd } from './Kbd.tsx';
import './Tooltip.css';

/** A short note on hover and focus; never the only place where something is said. */
export function Tooltip(props: { text: string; shortcut?: string; children: JSX.Element }) {
  return (
    <Primitive openDelay={500} gutter={6}>
      <Primitive.Trigger as="span" class="tooltip__anchor">
        {props.children}
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content class="tooltip">
          {props.text}
          <Show when={props.shortcut}>{(key) => <Kbd>{key()}</Kbd>}</Show>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive>
  );
}
