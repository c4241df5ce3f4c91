import type { Message } from '@dealwright/bpmn';

export type { Message };

/**
 * An error that a person or a program can act on. `code` is stable and kebab-case; `details` is plain JSON that a
 * client may show (who has the task, since when …). Floors above extend it, so that the API turns any of them into
 * the same answer.
 */
export class DealwrightError extends Error {
  readonly code: string;
  readonly messages: Message;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, messages: Message, details: Readonly<Record<string, unknown>> = {}) {
    super(messages.en);
    this.name = new.target.name;
    this.code = code;
    this.messages = messages;
    this.details = details;
  }
}
