import type Canvas from 'diagram-js/lib/core/Canvas';

/** Air around the drawing, in pixels; what the palette covers on the left comes on top. */
const AIR = { left: 40, right: 24, top: 24, bottom: 40 };

/** Shows the whole drawing beside the palette, never larger than life. */
export function fitDrawing(canvas: Canvas): void {
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  // On a low canvas the palette has two columns.
  const palette = canvas.getContainer().querySelector<HTMLElement>('.djs-palette')?.offsetWidth ?? 0;
  const left = AIR.left + palette;
  const width = outer.width - left - AIR.right;
  const height = outer.height - AIR.top - AIR.bottom;
  if (width <= 0 || height <= 0 || inner.width === 0 || inner.height === 0) return;
  const scale = Math.min(1, width / inner.width, height / inner.height);
  canvas.viewbox({
    x: inner.x - (left + (width - inner.width * scale) / 2) / scale,
    y: inner.y - (AIR.top + (height - inner.height * scale) / 2) / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}
