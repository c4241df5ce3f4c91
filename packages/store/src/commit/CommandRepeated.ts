import { DealwrightError } from '../DealwrightError.ts';

/** Commands of these ids have been done before, by somebody who was quicker: nothing was written. */
export class CommandRepeated extends DealwrightError {
  readonly commandIds: readonly string[];

  constructor(commandIds: readonly string[]) {
    super('command-repeated', { en: 'This has been done already.', zh: '该操作已执行过。' }, { commandIds });
    this.commandIds = commandIds;
  }
}
