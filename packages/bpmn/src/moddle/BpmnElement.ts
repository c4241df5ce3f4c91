/** The part of a moddle element that this package reads. Properties are read through the helpers below. */
export interface BpmnElement {
  readonly $type: string;
  readonly $parent?: BpmnElement;
  /** attributes that no registered package knows, by their prefixed name */
  readonly $attrs: Readonly<Record<string, string>>;
  /** children and text of elements from a foreign namespace */
  readonly $children?: readonly BpmnElement[];
  readonly $body?: string;
  readonly $descriptor: {
    readonly isGeneric?: boolean;
    readonly properties: readonly {
      readonly name: string;
      readonly type: string;
      readonly isReference?: boolean;
      readonly isVirtual?: boolean;
      readonly isAttr?: boolean;
      readonly isMany?: boolean;
    }[];
  };
  $instanceOf(type: string): boolean;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

export function isElement(value: unknown): value is BpmnElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

/** True when the element is of the type or of one derived from it ("bpmn:Activity"). */
export function isA(element: BpmnElement, type: string): boolean {
  return element.$descriptor.isGeneric !== true && element.$instanceOf(type);
}

/** A text property; undefined when absent or blank. */
export function text(element: BpmnElement, name: string): string | undefined {
  const value = element.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function flag(element: BpmnElement, name: string): boolean {
  return element.get(name) === true;
}

/** A contained element or a resolved reference. */
export function one(element: BpmnElement, name: string): BpmnElement | undefined {
  const value = element.get(name);
  return isElement(value) ? value : undefined;
}

/** Contained elements or resolved references of a collection property. */
export function many(element: BpmnElement, name: string): readonly BpmnElement[] {
  const value = element.get(name);
  return Array.isArray(value) ? value.filter(isElement) : [];
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
  const values = holder ? many(holder, 'values') : [];
  return type === undefined ? values : values.filter((value) => value.$type === type);
}
