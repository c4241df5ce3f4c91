import './Avatar.css';
import { initialsOf } from './initialsOf.ts';

/** A person's initials on a calm colour of their own; the name is read out by what stands beside it, or by `title`. */
export function Avatar(props: { name: string; size?: number }) {
  return (
    <span
      class="avatar"
      title={props.name}
      aria-hidden="true"
      data-initials={initialsOf(props.name)}
      style={{ '--avatar-hue': String(hueOf(props.name)), '--avatar-size': `${props.size ?? 20}px` }}
    />
  );
}

function hueOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return hash;
}
