import type { JSX } from 'solid-js';
import './Kbd.css';

/** One key of the keyboard. */
export function Kbd(props: { children: JSX.Element }) {
  return <kbd class="kbd">{props.children}</kbd>;
}
