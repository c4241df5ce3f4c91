/** Namespace of BPMN's own elements. */
export const MODEL_NAMESPACE = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** A tag of the file, seen before any parser makes a model of it. */
export type XmlTag = CloseTag | StartTag;

export interface CloseTag {
  readonly kind: 'close';
}

export interface StartTag {
  /** `empty`: `<a/>`, which no closing tag follows */
  readonly kind: 'open' | 'empty';
  readonly name: string;
  /** URI of the prefix's namespace, where it was declared in the file; null otherwise */
  readonly namespace: string | null;
  /** by the names as written; values with their entities unresolved */
  readonly attributes: ReadonlyMap<string, string>;
  /** 1-based */
  readonly line: number;
}
