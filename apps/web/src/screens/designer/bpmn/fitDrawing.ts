import type Canvas from 'diagram-js/lib/core/Canvas';

/** What the palette covers on the left, and air on the other sides, in pixels. */
const ROOM = { left: 88, right: 24, top: 24, bottom: 40 };

/** Shows the whole drawing beside the palette, never larger than life. */
export function fitDrawing(canvas: Canvas): void {
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  const width = outer.width - ROOM.left - ROOM.right;
  const height = outer.height - ROOM.top - ROOM.bottom;
  if (width <= 0 || height <= 0 || inner.width === 0 || inner.height === 0) return;
  const scale = Math.min(1, width / inner.width, height / inner.height);
  canvas.viewbox({
    x: inner.x - (ROOM.left + (width - inner.width * scale) / 2) / scale,
    y: inner.y - (ROOM.top + (height - inner.height * scale) / 2) / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}
