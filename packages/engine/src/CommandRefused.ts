export type CommandRefusal =
  | 'instance-not-started'
  | 'instance-already-started'
  | 'instance-over'
  | 'start-node-needed'
  | 'event-not-armed'
  | 'node-unknown'
  | 'node-not-a-start'
  | 'node-elsewhere'
  | 'token-unknown'
  | 'token-not-waiting'
  | 'nothing-to-retry'
  | 'nothing-to-skip'
  | 'nothing-after'
  | 'no-way-on'
  | 'token-bound'
  | 'not-ad-hoc'
  | 'ad-hoc-busy'
  | 'too-many-tokens';

const TEXT: Readonly<Record<CommandRefusal, readonly [en: string, zh: string]>> = {
  'instance-not-started': ['The instance has not been started', '实例尚未启动'],
  'instance-already-started': ['The instance has already been started', '实例已经启动'],
  'instance-over': ['The instance is over', '实例已经结束'],
  'start-node-needed': [
    'The process has no start event that starts by itself; name the one to start at',
    '流程没有可直接启动的开始事件，请指定开始事件',
  ],
  'event-not-armed': [
    'The instance can not start, since an event of the process can not be waited for',
    '实例无法启动：流程中的事件无法进入等待',
  ],
  'node-unknown': ['The process has no such element', '流程中没有该元素'],
  'node-not-a-start': ['An instance can not start at this element', '不能从该元素启动实例'],
  'node-elsewhere': ['The element is not in the same scope as the token', '该元素与令牌不在同一作用域内'],
  'token-unknown': ['Nothing waits under this token any more', '该令牌下已没有等待事项'],
  'token-not-waiting': ['The token does not wait for this', '该令牌并不等待此操作'],
  'not-ad-hoc': ['No ad-hoc subprocess is open under this token', '该令牌下没有打开的即席子流程'],
  'ad-hoc-busy': [
    'The ad-hoc subprocess does one thing at a time, and something is still under way',
    '该即席子流程一次只能执行一项，当前仍有未完成的步骤',
  ],
  'token-bound': [
    'The token is one instance of a repeated activity or undoes another one, and can not go elsewhere',
    '该令牌是重复活动的一个实例，或正在执行补偿，不能移动',
  ],
  'too-many-tokens': [
    'The model multiplies its tokens without end: a parallel split inside a loop',
    '模型会无限产生令牌：循环中存在并行拆分',
  ],
  'nothing-to-skip': ['No step waits under this token that could be passed over', '该令牌下没有可以跳过的环节'],
  'nothing-after': [
    'An end event can not be passed over, since nothing comes after it: try it again, or cancel the process',
    '结束事件之后没有后续环节，不能跳过，请重试或取消流程',
  ],
  'no-way-on': [
    'The step can not be passed over, since nothing says which way to go on: change the variables and try again',
    '无法确定跳过后的走向，不能跳过，请修改变量后重试',
  ],
  'nothing-to-retry': ['No incident holds this token', '该令牌没有待重试的异常'],
};

/** A command that the state does not allow. Nothing was changed. */
export class CommandRefused extends Error {
  /** stable, kebab-case */
  readonly code: CommandRefusal;
  readonly text: { readonly en: string; readonly zh: string };

  constructor(code: CommandRefusal, about: string | number | null = null) {
    const [en, zh] = TEXT[code];
    const text = about === null ? { en: `${en}.`, zh: `${zh}。` } : { en: `${en} (${about})`, zh: `${zh}（${about}）` };
    super(text.en);
    this.name = 'CommandRefused';
    this.code = code;
    this.text = text;
  }
}
