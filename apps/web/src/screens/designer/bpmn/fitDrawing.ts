import type Canvas from 'diagram-js/lib/core/Canvas';

/** Shows the whole drawing, centred, never larger than life. */
export function fitDrawing(canvas: Canvas): void {
  canvas.resized();
  const { outer } = canvas.viewbox();
  if (outer.width === 0 || outer.height === 0) return;
  canvas.zoom('fit-viewport', { x: 0, y: 0 });
  if (canvas.zoom() > 1) canvas.zoom(1);
}
