import type Canvas from 'diagram-js/lib/core/Canvas';
import type { Element, Shape } from './Services.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Brings an element into view, into its middle; what can be seen already stays where it is. */
export function reveal(canvas: Canvas, element: Element): void {
  const view = canvas.viewbox();
  // The root has no place of its own.
  if (!('x' in element) && !('waypoints' in element)) return;
  const box = boxOf(element);
  const fits = box.width <= view.width && box.height <= view.height;
  const seen = fits
    ? isAllInView(canvas, box)
    : box.x < view.x + view.width &&
      box.x + box.width > view.x &&
      box.y < view.y + view.height &&
      box.y + box.height > view.y;
  if (seen) return;
  canvas.viewbox({
    ...view,
    x: box.x + (box.width > view.width ? view.width : box.width) / 2 - view.width / 2,
    y: box.y + (box.height > view.height ? view.height : box.height) / 2 - view.height / 2,
  });
}

/** Whether nothing of a box, in the drawing's units, is cut off by the canvas's edges. */
export function isAllInView(canvas: Canvas, box: Box): boolean {
  const view = canvas.viewbox();
  return (
    box.x >= view.x &&
    box.y >= view.y &&
    box.x + box.width <= view.x + view.width &&
    box.y + box.height <= view.y + view.height
  );
}

function boxOf(element: Element): Box {
  if (!('waypoints' in element)) return element as Shape;
  const points = element.waypoints as readonly { x: number; y: number }[];
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
