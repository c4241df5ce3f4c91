import { DealwrightError } from '@dealwright/store';

/** The command's id belongs to another command: answering with that one's result would be a lie. */
export class CommandIdUsed extends DealwrightError {
  constructor(commandId: string) {
    super(
      'command-id-used',
      {
        en: 'This request repeats the id of another one, so nothing was done. Reload the page and try again.',
        zh: '该请求与另一项操作的编号重复，未做任何更改。请刷新页面后重试。',
      },
      { commandId },
    );
  }
}
