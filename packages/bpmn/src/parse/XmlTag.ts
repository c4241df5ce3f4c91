/** Namespace of BPMN's own elements. */
export const MODEL_NAMESPACE = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** A tag of the file, seen before any parser makes a model of it. */
export type XmlTag = CloseTag | StartTag;

/** Namespace of the diagrams that a file holds beside its model. */
export const DIAGRAM_NAMESPACE = 'http://www.omg.org/spec/BPMN/20100524/DI';

export interface CloseTag {
  readonly kind: 'close';
  /** position in the text, behind its ">" */
  readonly end: number;
}

export interface StartTag {
  /** `empty`: `<a/>`, which no closing tag follows */
  readonly kind: 'open' | 'empty';
  readonly name: string;
  /** URI of the prefix's namespace, where it was declared in the file; null otherwise */
  readonly namespace: string | null;
  readonly id: string | undefined;
  readonly attributes: readonly XmlAttribute[];
  /** 1-based */
  readonly line: number;
  /** positions in the text: of its "<", and behind its ">" */
  readonly at: number;
  readonly end: number;
}

/** The name as written; the value with its entities unresolved. Of several of one name the first. */
export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
}
