import type { Message } from '@dealwright/bpmn';

/**
 * A token can't go on: thrown inside the walk by whatever finds out, caught where the token's phase is known, and told
 * to the outside as `raiseIncident`. Never leaves `step`.
 */
export class Incident extends Error {
  readonly code: string;
  readonly text: Message;

  constructor(code: string, text: Message) {
    super(text.en);
    this.name = 'Incident';
    this.code = code;
    this.text = text;
  }
}
