/** Codes of everything that stops a model from being read or compiled at all. */
export type ModelErrorCode =
  | 'xml-empty'
  | 'xml-too-large'
  | 'xml-too-deep'
  | 'xml-doctype'
  | 'xml-encoding'
  | 'xml-characters'
  | 'xml-broken'
  | 'definitions-missing'
  | 'process-missing'
  | 'process-unknown'
  | 'structure-broken'
  | 'diagram-write-failed';

/** A model that cannot be read, compiled or written. Nothing has been changed when it is thrown. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;
  /** 1-based line in the XML where known */
  readonly line: number | null;
  readonly elementId: string | null;
  readonly messages: { readonly en: string; readonly zh: string };

  constructor(
    code: ModelErrorCode,
    messages: { readonly en: string; readonly zh: string },
    place: { readonly line?: number | null; readonly elementId?: string | null } = {},
  ) {
    super(messages.en);
    this.name = 'ModelError';
    this.code = code;
    this.messages = messages;
    this.line = place.line ?? null;
    this.elementId = place.elementId ?? null;
  }
}
