import { DealwrightError } from '@dealwright/store';

const WORDS = {
  task: ['task', '待办'],
  instance: ['process instance', '流程实例'],
  deployment: ['deployed version', '已发布版本'],
  process: ['deployed process', '已发布流程'],
  incident: ['incident', '异常'],
} as const;

/** What was asked for is not there. */
export class NotFound extends DealwrightError {
  constructor(what: keyof typeof WORDS, id: string) {
    const [en, zh] = WORDS[what];
    super('not-found', { en: `There is no ${en} "${id}".`, zh: `找不到${zh}“${id}”。` }, { what, id });
  }
}
