import type { Message } from '../../packages/bpmn/src/index.ts';

/** What the command was given can't be used: a wrong flag, a missing folder, a file that is not what it should be. */
export class UsageError extends Error {
  readonly text: Message;

  constructor(en: string, zh: string) {
    super(`${en} / ${zh}`);
    this.name = 'UsageError';
    this.text = { en, zh };
  }
}
