import { defineTexts } from '../../../i18n/index.ts';

/** Words for gateways, subprocesses, calls, undo steps and data. */
export const structureTexts = defineTexts({
  gateway: { en: 'When it goes on', zh: '继续条件' },
  goOnWhen: { en: 'Goes on when', zh: '继续的时机' },
  goOnAll: { en: 'all that can still come have arrived', zh: '所有可能到达的路径都已到达' },
  goOnArrived: { en: 'a number of paths have arrived', zh: '指定数量的路径已到达' },
  ownCondition: { en: 'a condition of my own', zh: '自定义条件' },
  howMany: { en: 'How many', zh: '数量' },
  goOnHint: {
    en: 'With 2, the deal goes on as soon as two of the paths have arrived; later ones are taken in and end here.',
    zh: '例如 2：两条路径到达后立即继续，之后到达的在此合并。',
  },
  activation: { en: 'Condition', zh: '条件' },
  activationHint: {
    en: 'FEEL; activationCount is the number of paths that have arrived, a flow’s ID the tokens on it.',
    zh: 'FEEL 表达式；activationCount 为已到达的路径数，连线标识为其上的令牌数。',
  },
  eventGateway: { en: 'How it begins', zh: '开始方式' },
  begins: { en: 'It begins', zh: '开始于' },
  beginsReached: { en: 'when the deal comes here', zh: '流程到达此处时' },
  beginsFirst: { en: 'with the first event: starts a new deal', zh: '首个事件：启动新流程' },
  beginsAll: { en: 'with the first event, and waits for all', zh: '首个事件启动新流程，并等待所有事件' },
  startsDeal: { en: 'The message starts a new deal', zh: '收到消息即启动新流程' },

  scope: { en: 'Subprocess', zh: '子流程' },
  'bpmn:SubProcess': { en: 'Plain', zh: '普通' },
  'bpmn:Transaction': { en: 'Transaction', zh: '事务' },
  'bpmn:AdHocSubProcess': { en: 'Ad hoc', zh: '特别（自由顺序）' },
  event: { en: 'Started by an event', zh: '由事件启动' },
  transactionHint: {
    en: 'All of it or nothing: when it is cancelled, what was done in it is undone.',
    zh: '要么全部完成，要么全部撤销：取消时撤销其中已完成的步骤。',
  },
  eventHint: {
    en: 'Begins by itself when its start event happens, wherever the deal stands around it.',
    zh: '外层流程运行期间，开始事件一发生即启动。',
  },
  adHocHint: {
    en: 'Its steps need no order; more of them can be started from the deal’s page.',
    zh: '其中的步骤没有固定顺序，可在商机页面再次启动。',
  },
  ordering: { en: 'Its steps are done', zh: '步骤执行方式' },
  orderingParallel: { en: 'side by side', zh: '同时进行' },
  orderingSequential: { en: 'one at a time', zh: '一次一个' },
  adHocDone: { en: 'Done when', zh: '完成条件' },
  adHocDoneHint: {
    en: 'FEEL, looked at after each step. Empty: when nothing in it is left to do.',
    zh: 'FEEL 表达式，每步完成后判断；留空则全部完成即结束。',
  },
  cancelRemaining: { en: 'Drop what is still open then', zh: '完成时取消其余未完成的步骤' },
  startsWith: { en: 'Starts with', zh: '初始步骤' },
  startsWithHint: {
    en: 'FEEL list of step IDs. Empty: all steps that no flow leads to.',
    zh: '步骤标识的 FEEL 列表；留空则启动所有没有前序的步骤。',
  },

  call: { en: 'Called process', zh: '被调用流程' },
  calledProcess: { en: 'Process', zh: '流程' },
  binding: { en: 'Version', zh: '版本' },
  bindingLatest: { en: 'the latest when the deal comes here', zh: '到达此处时的最新版本' },
  bindingDeployment: { en: 'the one deployed together with this', zh: '与本流程一同发布的版本' },
  bindingVersion: { en: 'a fixed version', zh: '固定版本' },
  version: { en: 'Version number', zh: '版本号' },

  undo: { en: 'Undo', zh: '撤销' },
  undoStep: { en: 'Undone by', zh: '撤销步骤' },
  undoNone: { en: '– nothing –', zh: '– 无 –' },
  undoNew: { en: 'a new step', zh: '新建步骤' },
  undoHint: {
    en: 'Runs only if this was completed and the deal takes it back.',
    zh: '仅当此步骤已完成且需要撤回时执行。',
  },
  undoes: { en: 'Undoes', zh: '用于撤销' },
  undoesNothing: {
    en: 'Nothing leads here yet: choose this step at the one it undoes.',
    zh: '尚未关联：请在被撤销的步骤中选择此步骤。',
  },
  goToStep: { en: 'Show {name}', zh: '查看“{name}”' },

  data: { en: 'Data in and out', zh: '数据输入与输出' },
  dataIn: { en: 'In', zh: '输入' },
  dataOut: { en: 'Out', zh: '输出' },
  dataInHint: {
    en: 'Variables that only this step knows. Without any it sees all of the deal’s data.',
    zh: '仅此步骤可见的变量；不设置则可见商机的全部数据。',
  },
  dataOutHint: {
    en: 'Variables that the deal gets from the result. Without any it gets all of it.',
    zh: '由结果写回商机的变量；不设置则写回全部结果。',
  },
  addIn: { en: 'Add input', zh: '添加输入' },
  addOut: { en: 'Add output', zh: '添加输出' },

  advanced: { en: 'Advanced', zh: '高级' },
  startQuantity: { en: 'Arrivals needed before it begins', zh: '开始前须到达的次数' },
  completionQuantity: { en: 'Goes on so many times', zh: '完成后流出的次数' },
});
