import { DealwrightError, type Message } from '@dealwright/store';

/** Where in what was given the fault lies. */
export interface Place {
  readonly field?: string;
  readonly elementId?: string;
  readonly file?: string;
  readonly line?: number;
}

/** A refusal of the sales side: a stable code, words in both languages, and the place. Nothing has been changed. */
export class SalesError extends DealwrightError {
  readonly place: Place | undefined;

  constructor(
    code: string,
    messages: Message,
    options: { readonly place?: Place; readonly details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(code, messages, options.details);
    this.place = options.place;
  }
}
