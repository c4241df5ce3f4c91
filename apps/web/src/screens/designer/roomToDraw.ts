import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** Palette, canvas and panel need about this much; below it a process can be read but not drawn. */
const NARROWEST = '(min-width: 760px)';

/** Whether the window is wide enough to draw in; follows its size. */
export function roomToDraw(): Accessor<boolean> {
  const query = matchMedia(NARROWEST);
  const [room, setRoom] = createSignal(query.matches);
  const follow = () => setRoom(query.matches);
  query.addEventListener('change', follow);
  onCleanup(() => query.removeEventListener('change', follow));
  return room;
}
