import './Avatar.css';

/** A person's initials on a calm colour of their own; the name is read out by what stands beside it, or by `title`. */
export function Avatar(props: { name: string; size?: number }) {
  return (
    <span
      class="avatar"
      title={props.name}
      aria-hidden="true"
      style={{ '--avatar-hue': String(hueOf(props.name)), '--avatar-size': `${props.size ?? 20}px` }}
    >
      {initialsOf(props.name)}
    </span>
  );
}

function hueOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return hash;
}

/** Chinese people are known by the end of the name (王小明 → 小明), others by two first letters. */
function initialsOf(name: string): string {
  const letters = Array.from(name.trim());
  if (/\p{Script=Han}/u.test(name)) return letters.slice(-2).join('');
  const words = name.trim().split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');
}
