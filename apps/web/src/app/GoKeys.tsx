import { useNavigate } from '@solidjs/router';
import { hasRole } from '../session/index.ts';
import { useShortcuts } from '../ui/index.ts';
import { PLACES } from './places.ts';
import { openShortcutHelp } from './ShortcutHelp.tsx';

/** How long G waits for its second key. */
const CHORD_MS = 1200;

/** G then a letter goes to a place; `?` opens the help. */
export function GoKeys() {
  const navigate = useNavigate();
  let pressedAt = Number.NEGATIVE_INFINITY;
  const go = (key: string, event: KeyboardEvent) => {
    const place = PLACES.find((candidate) => candidate.key === key && hasRole(...candidate.roles));
    if (event.timeStamp - pressedAt > CHORD_MS || !place) return;
    pressedAt = Number.NEGATIVE_INFINITY;
    navigate(place.path);
  };
  useShortcuts(() => ({
    '?': openShortcutHelp,
    g: (event) => (pressedAt = event.timeStamp),
    w: (event) => go('w', event),
    p: (event) => go('p', event),
    d: (event) => go('d', event),
  }));
  return null;
}
