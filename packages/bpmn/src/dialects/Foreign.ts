import { extensions, type BpmnElement } from '../moddle/BpmnElement.ts';

/**
 * What one vendor's namespace says of one element. A dialect takes what it understands; what nobody takes, and what is
 * left again because its content has no equal, is named by `unmapped`.
 */
export class Foreign {
  readonly element: BpmnElement;
  readonly #prefix: string;
  readonly #attributes = new Map<string, string>();
  #elements: readonly BpmnElement[];
  readonly #left: string[] = [];

  /** `prefix` is the one that the file binds to the vendor's namespace. */
  constructor(element: BpmnElement, prefix: string) {
    this.element = element;
    this.#prefix = prefix;
    for (const [name, value] of Object.entries(element.$attrs)) {
      if (name.startsWith(`${prefix}:`)) this.#attributes.set(name.slice(prefix.length + 1), value);
    }
    this.#elements = extensions(element).filter(({ $type }) => $type.startsWith(`${prefix}:`));
  }

  /** Takes an attribute of the element, by its name without prefix; undefined when absent or blank. */
  attribute(name: string): string | undefined {
    const value = this.#attributes.get(name);
    this.#attributes.delete(name);
    return value === undefined || value.trim() === '' ? undefined : value;
  }

  /** Takes the extension elements of a name without prefix. */
  elements(name: string): readonly BpmnElement[] {
    const taken = this.#elements.filter((element) => localName(element) === name);
    if (taken.length > 0) this.#elements = this.#elements.filter((element) => localName(element) !== name);
    return taken;
  }

  /** Attributes and elements that say nothing about how the model runs: their lack of effect needs no report. */
  ignore(names: Iterable<string>): void {
    for (const name of names) {
      this.attribute(name);
      this.elements(name);
    }
  }

  /** Names something that was taken and has no equal; `detail` tells which of several. */
  leave(name: string, detail = ''): void {
    this.#left.push(`${this.#prefix}:${name}${detail === '' ? '' : ` (${detail})`}`);
  }

  /** Names in the file, each once. */
  unmapped(): readonly string[] {
    const attributes = [...this.#attributes.keys()].map((name) => `${this.#prefix}:${name}`);
    return [...new Set([...attributes, ...this.#elements.map(({ $type }) => $type), ...this.#left])];
  }
}

/** An element's name without its prefix. */
export function localName(element: BpmnElement): string {
  return element.$type.replace(/^.*:/, '');
}

/** Attributes of a foreign element are plain properties of the moddle object; undefined when absent or blank. */
export function attributeOf(extension: BpmnElement, name: string): string | undefined {
  const value: unknown = Reflect.get(extension, name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** What stands in a foreign element, of one name without prefix when given. */
export function childrenOf(extension: BpmnElement, name?: string): readonly BpmnElement[] {
  const children = extension.$children ?? [];
  return name === undefined ? children : children.filter((child) => localName(child) === name);
}

/** The text in a foreign element. */
export function textOf(extension: BpmnElement): string {
  return extension.$body ?? '';
}
