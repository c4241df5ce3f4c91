import { fitDrawing } from './fitDrawing.ts';
import { isAllInView } from './reveal.ts';
import { is, textOf } from '../../../diagram/moddle.ts';
import { type Service, shapesIn } from './drawing.ts';
import type { Element, Shape } from './Services.ts';
import { together } from './togetherHandler.ts';

const PADDING = { left: 80, right: 60, top: 60, bottom: 60 };
const SMALLEST = { width: 600, height: 250 };

/** Puts a bare process into a pool that is as large as the drawing. */
export function putIntoPool(service: Service): void {
  const canvas = service('canvas');
  const root = canvas.getRootElement();
  const shapes = shapesIn(service);
  const left = Math.min(160, ...shapes.map((shape) => shape.x)) - PADDING.left;
  const top = Math.min(120, ...shapes.map((shape) => shape.y)) - PADDING.top;
  const right = Math.max(left + SMALLEST.width, ...shapes.map((shape) => shape.x + shape.width + PADDING.right));
  const bottom = Math.max(top + SMALLEST.height, ...shapes.map((shape) => shape.y + shape.height + PADDING.bottom));
  const size = { width: right - left, height: bottom - top };
  const pool = service('elementFactory').createParticipantShape(size);
  Object.assign(pool, size);
  const center = { x: left + size.width / 2, y: top + size.height / 2 };
  const name = textOf((root as Shape).businessObject, 'name');
  together(service('commandStack'), () => {
    const placed = service('modeling').createShape(pool, center, root as Shape);
    if (name !== '') service('modeling').updateProperties(placed, { name });
  });
  service('selection').select(pool);
  fitDrawing(canvas);
}

/** A lane below this one, or below the lanes of this pool; the new lane is selected. A bare pool gets its first two. */
export function addLane(service: Service, target: Shape): void {
  const added = service('modeling').addLane(target, 'bottom');
  service('selection').select(added);
  const canvas = service('canvas');
  const pool = poolOf(added);
  if (pool && !isAllInView(canvas, pool as Shape)) fitDrawing(canvas);
}

/** The innermost lanes of the pool that an element stands in. */
export function lanesAround(service: Service, element: Element): readonly Shape[] {
  const pool = poolOf(element);
  if (!pool) return [];
  const all = (service('elementRegistry').getAll() as Element[]).filter(
    (other): other is Shape => is(other.businessObject, 'bpmn:Lane') && poolOf(other) === pool,
  );
  return all.filter((lane) => !all.some((other) => other.parent === lane));
}

/** The lane whose bounds hold the middle of an element. */
export function laneOf(service: Service, element: Shape): Shape | null {
  const y = element.y + element.height / 2;
  return lanesAround(service, element).find((lane) => y >= lane.y && y < lane.y + lane.height) ?? null;
}

/** Moves an element straight up or down into the middle of a lane. */
export function moveToLane(service: Service, element: Shape, lane: Shape): void {
  const delta = { x: 0, y: Math.round(lane.y + lane.height / 2 - (element.y + element.height / 2)) };
  service('modeling').moveElements([element], delta, element.parent as Shape);
}

function poolOf(element: Element): Element | null {
  let at: Element | undefined = element;
  while (at && !is(at.businessObject, 'bpmn:Participant')) at = at.parent as Element | undefined;
  return at ?? null;
}
