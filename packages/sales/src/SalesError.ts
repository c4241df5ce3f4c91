/** Where in what was given the fault lies. */
export interface Place {
  readonly field?: string;
  readonly elementId?: string;
  readonly file?: string;
  readonly line?: number;
}

/** A refusal of the sales side: a stable code, words in both languages, and the place. Nothing has been changed. */
export class SalesError extends Error {
  readonly code: string;
  readonly text: { readonly en: string; readonly zh: string };
  readonly place: Place | undefined;
  readonly details: unknown;

  constructor(
    code: string,
    text: { readonly en: string; readonly zh: string },
    options: { readonly place?: Place; readonly details?: unknown } = {},
  ) {
    super(text.en);
    this.name = 'SalesError';
    this.code = code;
    this.text = text;
    this.place = options.place;
    this.details = options.details;
  }
}
