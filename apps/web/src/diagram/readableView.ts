interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room left around the drawing, in its own units. */
const MARGIN = 30;

/**
 * The part of a drawing to show when the whole would be too small to read: the shape a third from the left and halfway
 * down, or the drawing's beginning, with no more emptiness at the edges than there must be.
 *
 * @param box.inner the drawing's bounds, in its own units; `box.outer` the container's size in pixels
 * @param zoom pixels per unit
 * @returns the viewbox, in the drawing's units
 */
export function readableView(
  box: { readonly inner: Rect; readonly outer: { readonly width: number; readonly height: number } },
  zoom: number,
  shape: Rect | undefined,
): Rect {
  const { inner, outer } = box;
  const width = outer.width / zoom;
  const height = outer.height / zoom;
  const at = shape ?? { x: inner.x, y: inner.y, width: 0, height: 0 };
  return {
    x: along(inner.x, inner.width, width, at.x + at.width / 2 - width / 3),
    y: along(inner.y, inner.height, height, at.y + at.height / 2 - height / 2),
    width,
    height,
  };
}

/** Never larger than this: a process of three steps would fill the wall. */
const LARGEST = 1.2;

/** The viewbox in which the whole drawing stands in the middle of its container, with some air around it. */
export function wholeView(box: {
  readonly inner: Rect;
  readonly outer: { readonly width: number; readonly height: number };
}): Rect {
  const { inner, outer } = box;
  const zoom = Math.min(
    LARGEST,
    outer.width / Math.max(1, inner.width + 2 * MARGIN),
    outer.height / Math.max(1, inner.height + 2 * MARGIN),
  );
  const [width, height] = [outer.width / zoom, outer.height / zoom];
  return {
    x: inner.x + (inner.width - width) / 2,
    y: inner.y + (inner.height - height) / 2,
    width,
    height,
  };
}

/** Where the view begins on one axis: centred when all fits, else as wanted but not beyond the drawing's ends. */
function along(start: number, length: number, room: number, wanted: number): number {
  if (room >= length + 2 * MARGIN) return start - (room - length) / 2;
  return Math.min(Math.max(wanted, start - MARGIN), start + length + MARGIN - room);
}
