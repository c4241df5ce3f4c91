/** The part of a moddle element that this package reads. Properties are read through the helpers below. */
export interface BpmnElement {
  readonly $type: string;
  readonly $parent?: BpmnElement;
  /** attributes that no registered package knows, by their prefixed name */
  readonly $attrs: Readonly<Record<string, string>>;
  /** children and text of elements from a foreign namespace */
  readonly $children?: readonly BpmnElement[];
  readonly $body?: string;
  readonly $descriptor: ElementDescriptor;
  $instanceOf(type: string): boolean;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

/** What moddle knows of a type; the maps are missing where the element is generic. */
export interface ElementDescriptor {
  readonly isGeneric?: boolean;
  readonly properties: readonly PropertyDescriptor[];
  /** by the name with and without prefix */
  readonly propertiesByName?: Readonly<Record<string, PropertyDescriptor>>;
  readonly allTypesByName?: Readonly<Record<string, unknown>>;
}

export interface PropertyDescriptor {
  readonly name: string;
  readonly type: string;
  readonly isReference?: boolean;
  readonly isVirtual?: boolean;
  readonly isAttr?: boolean;
  readonly isMany?: boolean;
}

const NONE: readonly BpmnElement[] = [];

export function isElement(value: unknown): value is BpmnElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

/** True when the element is of the type or of one derived from it ("bpmn:Activity"). */
export function isA(element: BpmnElement, type: string): boolean {
  const { isGeneric, allTypesByName } = element.$descriptor;
  return isGeneric !== true && (allTypesByName ? type in allTypesByName : element.$instanceOf(type));
}

/**
 * A property as `get` answers it; undefined for a collection that is not there, where `get` would define an empty one
 * on the element, which costs more than all else that is done with it.
 */
function valueOf(element: BpmnElement, name: string): unknown {
  const property = element.$descriptor.propertiesByName?.[name];
  return property ? rawValue(element, property.name) : element.get(name);
}

/** What stands in an element under a property's own name. */
export function rawValue(element: BpmnElement, name: string): unknown {
  return (element as unknown as Readonly<Record<string, unknown>>)[name];
}

/** A text property; undefined when absent or blank. */
export function text(element: BpmnElement, name: string): string | undefined {
  const value = valueOf(element, name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function flag(element: BpmnElement, name: string): boolean {
  return valueOf(element, name) === true;
}

/** A contained element or a resolved reference. */
export function one(element: BpmnElement, name: string): BpmnElement | undefined {
  const value = valueOf(element, name);
  return isElement(value) ? value : undefined;
}

/** Contained elements or resolved references of a collection property. */
export function many(element: BpmnElement, name: string): readonly BpmnElement[] {
  const value = valueOf(element, name);
  return Array.isArray(value) && value.length > 0 ? value.filter(isElement) : NONE;
}

export function idOf(element: BpmnElement): string {
  return text(element, 'id') ?? '';
}

export function nameOf(element: BpmnElement): string {
  return text(element, 'name') ?? '';
}

/** What stands in the element's `extensionElements`, of one type when given. */
export function extensions(element: BpmnElement, type?: string): readonly BpmnElement[] {
  const holder = one(element, 'extensionElements');
  const values = holder ? valueOf(holder, 'values') : undefined;
  if (!Array.isArray(values)) return NONE;
  return values.filter(
    (value): value is BpmnElement => isElement(value) && (type === undefined || value.$type === type),
  );
}
