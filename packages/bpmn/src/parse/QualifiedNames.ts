import type { XmlAttribute } from './XmlTag.ts';

export interface QualifiedName {
  /** without its prefix */
  readonly name: string;
  /** URI of the prefix's namespace, where it was declared in the file; null otherwise */
  readonly namespace: string | null;
}

/**
 * What the names of a file mean. Prefixes are taken as declared once for the whole file, wherever that stands, as tools
 * write them.
 */
export class QualifiedNames {
  readonly #namespaces = new Map<string, string>();
  /** as read since a prefix was declared last: a file has few names and writes them often */
  readonly #read = new Map<string, QualifiedName>();

  declare(attributes: readonly XmlAttribute[]): void {
    for (const { name, value } of attributes) {
      if (!name.startsWith('xmlns')) continue;
      if (name === 'xmlns') this.#namespaces.set('', value);
      else if (name.startsWith('xmlns:')) this.#namespaces.set(name.slice('xmlns:'.length), value);
      this.#read.clear();
    }
  }

  read(written: string): QualifiedName {
    let name = this.#read.get(written);
    if (!name) {
      const colon = written.indexOf(':');
      const namespace = this.#namespaces.get(colon === -1 ? '' : written.slice(0, colon)) ?? null;
      this.#read.set(written, (name = { name: written.slice(colon + 1), namespace }));
    }
    return name;
  }
}
