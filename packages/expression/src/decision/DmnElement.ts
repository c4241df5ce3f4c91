/** The part of a dmn-moddle element that is read here. */
export interface DmnElement {
  readonly $type: string;
  get(name: string): unknown;
}

export function isDmnElement(value: unknown): value is DmnElement {
  return typeof value === 'object' && value !== null && '$type' in value && 'get' in value;
}

/** A text; undefined when absent or blank. */
export function textOf(element: DmnElement | undefined, name: string): string | undefined {
  const value = element?.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

export function childOf(element: DmnElement | undefined, name: string): DmnElement | undefined {
  const value = element?.get(name);
  return isDmnElement(value) ? value : undefined;
}

export function childrenOf(element: DmnElement | undefined, name: string): readonly DmnElement[] {
  const value = element?.get(name);
  return Array.isArray(value) ? value.filter(isDmnElement) : [];
}

/** The id that a reference such as `#credit` leads to; null when it leads out of the file. */
export function referred(element: DmnElement | undefined): string | null {
  const href = textOf(element, 'href');
  if (href === undefined) return null;
  const hash = href.lastIndexOf('#');
  return hash > 0 ? null : href.slice(hash + 1);
}
