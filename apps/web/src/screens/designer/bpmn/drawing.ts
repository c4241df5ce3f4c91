import { is } from '../../../diagram/moddle.ts';
import { reveal } from './reveal.ts';
import type { Element, Services, Shape } from './Services.ts';

/** How the drawing functions reach bpmn-js. */
export type Service = <K extends keyof Services & string>(name: K) => Services[K];

export interface NewShape {
  readonly type: string;
  readonly eventDefinitionType?: string;
  readonly isExpanded?: boolean;
}

const GAP = 60;

/** Puts a new element behind this one, joined by a sequence flow, where there is room; it is selected then. */
export function append(service: Service, source: Element, wanted: NewShape): void {
  const shape = create(service, wanted);
  const placed = service('autoPlace').append(source, shape);
  show(service, placed);
}

/** Puts a new element into a process, pool, lane or subprocess, to the right of what is there already. */
export function addInside(service: Service, container: Element, wanted: NewShape): void {
  const shape = create(service, wanted);
  const position = freePlace(service, container, shape);
  const parent = container as Shape;
  show(service, service('modeling').createShape(shape, position, parent));
}

function freePlace(service: Service, container: Element, shape: Shape): { x: number; y: number } {
  const bounds = 'width' in container ? (container as Shape) : null;
  const middle = bounds ? bounds.y + bounds.height / 2 : 200;
  const inside = shapesIn(service).filter((other) =>
    bounds
      ? other.x >= bounds.x &&
        other.x < bounds.x + bounds.width &&
        Math.abs(other.y + other.height / 2 - middle) < bounds.height / 2
      : true,
  );
  const right = Math.max(bounds ? bounds.x + 30 : 100, ...inside.map((other) => other.x + other.width));
  const y = inside.length > 0 && !bounds ? Math.min(...inside.map((other) => other.y + other.height / 2)) : middle;
  return { x: right + GAP + shape.width / 2, y };
}

/** A boundary event on the lower edge of an activity, beside those that sit there already. */
export function addBoundary(service: Service, host: Shape, eventDefinitionType: string): void {
  const shape = create(service, { type: 'bpmn:BoundaryEvent', eventDefinitionType });
  const there = host.attachers?.length ?? 0;
  const x = host.x + host.width - 22 - there * 42;
  const position = { x: Math.max(host.x, x), y: host.y + host.height };
  show(service, service('modeling').createShape(shape, position, host, { attach: true }));
}

/** The elements a sequence flow may lead to from here: same scope, not joined yet, no start and no boundary event. */
export function connectTargets(service: Service, source: Element): readonly Shape[] {
  const rules = service('rules');
  const joined = new Set((source.outgoing ?? []).map((flow) => flow.target?.id));
  return shapesIn(service).filter((target) => {
    if (target.id === source.id || joined.has(target.id)) return false;
    const allowed: unknown = rules.allowed('connection.create', { source, target });
    return typeof allowed === 'object' && allowed !== null && 'type' in allowed && allowed.type === 'bpmn:SequenceFlow';
  });
}

/** All flow nodes of the drawing, without labels. */
export function shapesIn(service: Service): readonly Shape[] {
  const all = service('elementRegistry').getAll() as Element[];
  return all.filter(
    (element): element is Shape =>
      is(element.businessObject, 'bpmn:FlowNode') && !(element as { labelTarget?: Element }).labelTarget,
  );
}

function create(service: Service, wanted: NewShape): Shape {
  return service('elementFactory').createElement('shape', { ...wanted });
}

function show(service: Service, shape: Shape): void {
  service('selection').select(shape);
  reveal(service('canvas'), shape);
}
