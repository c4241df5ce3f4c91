import type { CommandRefused } from '@dealwright/engine';
import { DealwrightError } from '@dealwright/store';

/** The executor's refusal with its code and text, as every other error of the runtime. */
export class CommandRejected extends DealwrightError {
  constructor(refused: CommandRefused) {
    super(refused.code, refused.text);
  }
}
