import type { Message } from '@dealwright/bpmn';

/** A job can't succeed however often it is tried: it becomes an incident at once. */
export class JobFault extends Error {
  readonly code: string;
  readonly text: Message;

  constructor(code: string, text: Message) {
    super(text.en);
    this.name = 'JobFault';
    this.code = code;
    this.text = text;
  }
}
