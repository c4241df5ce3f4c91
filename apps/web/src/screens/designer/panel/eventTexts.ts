import { defineTexts } from '../../../i18n/index.ts';

/** Words for what events wait for and throw. */
export const eventTexts = defineTexts({
  triggers: { en: 'Several triggers', zh: '多个触发条件' },
  results: { en: 'Several results', zh: '多个结果' },
  addTrigger: { en: 'Add another trigger', zh: '再添加一个触发条件' },
  addResult: { en: 'Add another result', zh: '再添加一个结果' },
  removeKind: { en: 'Remove {kind}', zh: '移除{kind}' },
  add: { en: 'Add', zh: '添加' },
  needed: { en: 'The event happens when', zh: '触发方式' },
  anyOf: { en: 'any of them comes', zh: '任一条件满足' },
  allOf: { en: 'all of them have come', zh: '全部条件满足' },
  allOfHint: { en: 'In any order.', zh: '不分先后。' },

  interrupting: { en: 'When it happens', zh: '发生时' },
  interruptsActivity: { en: 'Interrupts the activity', zh: '中断所附活动' },
  interruptsScope: { en: 'Interrupts what runs around it', zh: '中断外层正在进行的步骤' },

  condition: { en: 'Condition', zh: '条件' },
  happensWhen: { en: 'Happens when', zh: '触发条件' },
  happensWhenHint: {
    en: 'FEEL, for example deal_value > 100000. Looked at whenever the deal’s data change.',
    zh: 'FEEL 表达式，例如 deal_value > 100000；商机数据变化时判断。',
  },

  errorCode: { en: 'Error code', zh: '错误代码' },
  errorThrowHint: { en: 'Caught by the border event with the same code.', zh: '由相同代码的边界事件捕获。' },
  escalationCode: { en: 'Escalation code', zh: '升级代码' },
  escalationThrowHint: {
    en: 'Caught by the border event with the same code; if nobody does, the deal goes on.',
    zh: '由相同代码的边界事件捕获；无人捕获时流程继续。',
  },
  catchesAll: { en: 'Empty: catches every one.', zh: '留空则捕获所有代码。' },

  compensateWhat: { en: 'Undo', zh: '撤销' },
  compensateAll: { en: 'everything done so far', zh: '目前已完成的所有步骤' },
  compensateHint: {
    en: 'Runs the undo steps of what has been completed, the last first.',
    zh: '按完成顺序从后往前执行撤销步骤。',
  },
  compensateNone: {
    en: 'No step here has an undo step yet. Select a step and add one under “Undo”.',
    zh: '此范围内尚无步骤设置撤销步骤。请选中步骤，在“撤销”中添加。',
  },
  waitForIt: { en: 'Wait until it is undone', zh: '等待撤销完成' },

  cancelThrown: {
    en: 'Cancels the transaction: what it has done is undone, then its cancellation border event goes on.',
    zh: '取消事务：先撤销已完成的步骤，再从取消边界事件继续。',
  },
  cancelCaught: {
    en: 'Goes on here after the transaction was cancelled and undone.',
    zh: '事务被取消并撤销之后，从此处继续。',
  },
  terminateHint: { en: 'Ends everything around it at once.', zh: '立即结束外层流程中的所有步骤。' },

  linkName: { en: 'Link name', zh: '链接名称' },
  linkHint: {
    en: 'The deal jumps from a throwing link to the catching one of the same name.',
    zh: '流程从抛出链接跳转到同名的捕获链接。',
  },

  schedule: { en: 'Repeats', zh: '重复' },
  scheduleInterval: { en: 'at an interval', zh: '按固定间隔' },
  scheduleDaily: { en: 'every day', zh: '每天' },
  scheduleWeekdays: { en: 'every weekday', zh: '每个工作日' },
  scheduleWeekly: { en: 'every week', zh: '每周' },
  scheduleMonthly: { en: 'every month', zh: '每月' },
  scheduleOwn: { en: 'by a cron line', zh: '自定义（cron）' },
  every: { en: 'Every', zh: '间隔' },
  atMost: { en: 'At most (times)', zh: '最多次数' },
  atMostHint: { en: 'Empty: without end.', zh: '留空表示不限。' },
  atTime: { en: 'At', zh: '时间' },
  onDay: { en: 'On', zh: '星期' },
  onDate: { en: 'On day (1 to 28)', zh: '日期（1–28）' },
  ownCycle: { en: 'Cycle', zh: '周期' },
  ownCycleHint: {
    en: 'A cron line such as 0 9 * * 1-5, or R3/PT1H: three times, an hour apart.',
    zh: 'cron 表达式，如 0 9 * * 1-5；或 R3/PT1H：共三次，每次间隔一小时。',
  },
  saidDaily: { en: 'Every day at {time}, {zone} time', zh: '每天 {time}（{zone}）' },
  saidWeekdays: { en: 'Every weekday at {time}, {zone} time', zh: '每个工作日 {time}（{zone}）' },
  saidWeekly: { en: 'Every {day} at {time}, {zone} time', zh: '每{day} {time}（{zone}）' },
  saidMonthly: { en: 'On day {day} of each month at {time}, {zone} time', zh: '每月 {day} 日 {time}（{zone}）' },
});
