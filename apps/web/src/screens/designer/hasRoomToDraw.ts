/** Palette, canvas and panel need about this much; below it a process can be read but not drawn. */
const NARROWEST = '(min-width: 640px)';

/**
 * Whether the window is wide enough to draw in. Asked when a model is opened and not after: a window made narrow for a
 * moment must not close a drawing.
 */
export function hasRoomToDraw(): boolean {
  return matchMedia(NARROWEST).matches;
}
