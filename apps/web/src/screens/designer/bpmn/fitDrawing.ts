import type Canvas from 'diagram-js/lib/core/Canvas';

/** Air around the drawing, in pixels: beside the palette on the left, for the context pad on the right. */
const AIR = { left: 20, right: 64, top: 24, bottom: 40 };

/** How far the palette reaches into the canvas, in pixels; on a low canvas it has two columns. */
export function paletteWidth(canvas: Canvas): number {
  const palette = canvas.getContainer().querySelector<HTMLElement>('.djs-palette');
  return palette ? palette.offsetLeft + palette.offsetWidth : 0;
}

/** Shows the whole drawing beside the palette, never larger than life. */
export function fitDrawing(canvas: Canvas): void {
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  const left = AIR.left + paletteWidth(canvas);
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
