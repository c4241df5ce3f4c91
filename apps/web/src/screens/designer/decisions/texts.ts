import { defineTexts } from '../../../i18n/index.ts';

export const decisionTexts = defineTexts({
  menu: { en: 'Decisions (DMN)…', zh: '决策（DMN）…' },
  title: { en: 'Decisions', zh: '决策' },
  about: {
    en: 'DMN files hold the rules that business rule tasks run. They are saved with the draft and deployed with the drawing.',
    zh: 'DMN 文件中是业务规则任务要运行的规则，随草稿保存，随流程图一起发布。',
  },
  drop: { en: 'Drop .dmn files here', zh: '将 .dmn 文件拖到此处' },
  dropHint: { en: 'A file of the same name is replaced.', zh: '同名文件将被替换。' },
  chooseFiles: { en: 'Choose files…', zh: '选择文件…' },
  files: { en: 'DMN files of this process', zh: '此流程的 DMN 文件' },
  noFiles: { en: 'No DMN file is attached yet.', zh: '尚未附加 DMN 文件。' },
  manage: { en: 'Manage files…', zh: '管理文件…' },
  attach: { en: 'Attach DMN files…', zh: '附加 DMN 文件…' },
  download: { en: 'Download {name}', zh: '下载 {name}' },
  replace: { en: 'Replace {name}', zh: '替换 {name}' },
  remove: { en: 'Remove {name}', zh: '移除 {name}' },
  show: { en: 'Show what “{name}” decides', zh: '查看“{name}”的决策内容' },
  attached: {
    en: '{count} {count:file is|files are} in the draft: {names}.',
    zh: '已将 {count} 个文件放入草稿：{names}。',
  },
  removed: { en: '{name} is no longer in the draft.', zh: '已从草稿中移除 {name}。' },
  undo: { en: 'Undo', zh: '撤销' },
  undone: { en: 'The files are as they were before.', zh: '文件已恢复为之前的状态。' },
  refused: { en: 'Nothing was changed:', zh: '未做任何更改：' },
  tooMany: { en: 'A process holds {max} DMN files at most.', zh: '一个流程最多可附加 {max} 个 DMN 文件。' },
  tooLarge: { en: '{name} is larger than 2 MB.', zh: '{name} 超过 2 MB。' },
  nameTooLong: { en: 'The name of {name} is too long.', zh: '文件名 {name} 过长。' },
  unreadable: { en: '{name} cannot be read.', zh: '无法读取 {name}。' },
  empty: { en: '{name} is empty.', zh: '{name} 是空文件。' },
  close: { en: 'Close', zh: '关闭' },

  group: { en: 'Decision', zh: '决策' },
  decision: { en: 'Decision that it runs', zh: '要运行的决策' },
  none: { en: '– none –', zh: '– 无 –' },
  elsewhere: {
    en: 'Named by the imported file. Choosing here takes its place.',
    zh: '由导入的文件指定，在此选择后将以所选为准。',
  },
  missing: { en: 'No attached file holds this decision.', zh: '附加的文件中没有此决策。' },
  notKnown: { en: 'The decisions could not be read: {reason}', zh: '无法读取决策：{reason}' },
  resultVariable: { en: 'Result goes into', zh: '结果存入' },
  resultHint: {
    en: 'The name of the variable. Left empty, each output becomes a variable of its own.',
    zh: '变量名称。留空时，每个输出各自成为一个变量。',
  },
  what: { en: 'What does it decide?', zh: '决策内容' },
  whole: { en: 'Show all and try it', zh: '查看全部并试算' },
  more: { en: '{count} more {count:rule|rules}', zh: '另有 {count} 条规则' },
  loading: { en: 'Loading the decision…', zh: '正在加载决策…' },
  inFile: { en: 'In {file}', zh: '位于 {file}' },
  requiredTitle: { en: 'It needs the result of “{name}”', zh: '需要“{name}”的结果' },

  tableOf: { en: 'Decision table of {name}', zh: '{name} 的决策表' },
  rule: { en: 'Rule', zh: '规则' },
  when: { en: 'When', zh: '条件' },
  leads: { en: 'Then', zh: '结果' },
  any: { en: 'any', zh: '任意' },
  nothing: { en: 'nothing', zh: '无' },
  allowed: { en: 'allowed: {values}', zh: '允许：{values}' },
  otherwise: { en: 'Otherwise', zh: '否则' },
  result: { en: 'Result', zh: '结果' },
  noMatch: { en: 'If no rule matches, there is no result.', zh: '没有规则匹配时，没有结果。' },
  noMatchOtherwise: {
    en: 'If no rule matches, the last line of the table applies.',
    zh: '没有规则匹配时，采用表中最后一行。',
  },
  expression: { en: 'Expression', zh: '表达式' },
  functionOf: { en: 'A function of {names}', zh: '以 {names} 为参数的函数' },
  calls: { en: 'Calls the function {name} with', zh: '调用函数 {name}，参数为' },

  try: { en: 'Try it', zh: '试算' },
  tryAbout: {
    en: 'Enter values and see what comes out. Nothing is saved.',
    zh: '输入取值，查看结果。不会保存任何内容。',
  },
  tryNoInputs: { en: 'It needs no values.', zh: '无需输入取值。' },
  tryRun: { en: 'Work it out', zh: '计算结果' },
  tryEmpty: { en: '– empty –', zh: '– 空 –' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  anyHint: {
    en: 'Numbers, true, false and JSON are recognised; anything else is text.',
    zh: '可识别数字、true、false 和 JSON，其他内容视为文本。',
  },
  jsonHint: { en: 'As JSON, for example {sample}', zh: 'JSON 格式，例如 {sample}' },
  notNumber: { en: 'This is not a number.', zh: '这不是数字。' },
  notJson: { en: 'This is not JSON of that kind; for example {sample}', zh: '不是该类型的 JSON，例如 {sample}' },
  resultNone: { en: 'There is no result.', zh: '没有结果。' },
  resultIs: { en: 'Result:', zh: '结果：' },
});

/** What a hit policy means, in a sentence (DMN 1.3, 8.2.10). */
export const hitPolicyTexts = defineTexts({
  UNIQUE: {
    en: 'One rule at most may match. If two do, the decision fails.',
    zh: '最多只能有一条规则匹配；多条同时匹配时决策报错。',
  },
  FIRST: { en: 'The first rule from the top that matches decides.', zh: '自上而下，第一条匹配的规则生效。' },
  PRIORITY: {
    en: 'Of the rules that match, the one whose result comes first in the list of allowed values decides.',
    zh: '在匹配的规则中，结果在允许值列表里排在最前的规则生效。',
  },
  ANY: {
    en: 'Several rules may match, as long as they give the same result.',
    zh: '可以有多条规则匹配，但结果必须一致。',
  },
  COLLECT: { en: 'The results of all rules that match, as a list.', zh: '所有匹配规则的结果组成列表。' },
  'RULE ORDER': {
    en: 'The results of all rules that match, as a list from top to bottom.',
    zh: '所有匹配规则的结果，按规则自上而下组成列表。',
  },
  'OUTPUT ORDER': {
    en: 'The results of all rules that match, as a list in the order of the allowed values.',
    zh: '所有匹配规则的结果，按允许值的顺序组成列表。',
  },
});

/** What becomes of the results of all rules that match. */
export const aggregatorTexts = defineTexts({
  SUM: { en: 'The results of all rules that match are added up.', zh: '将所有匹配规则的结果相加。' },
  COUNT: { en: 'The result is how many rules match.', zh: '结果是匹配的规则数量。' },
  MIN: { en: 'The smallest result of all rules that match.', zh: '取所有匹配规则中的最小结果。' },
  MAX: { en: 'The largest result of all rules that match.', zh: '取所有匹配规则中的最大结果。' },
});

/** FEEL's built-in types in words (DMN 1.3, 10.3.2.9). */
export const typeTexts = defineTexts({
  number: { en: 'number', zh: '数字' },
  string: { en: 'text', zh: '文本' },
  boolean: { en: 'yes or no', zh: '是或否' },
  date: { en: 'date', zh: '日期' },
  time: { en: 'time', zh: '时间' },
  'date and time': { en: 'date and time', zh: '日期和时间' },
  'days and time duration': { en: 'duration, as P1DT2H', zh: '时长，如 P1DT2H' },
  'years and months duration': { en: 'duration, as P1Y6M', zh: '时长，如 P1Y6M' },
  context: { en: 'entries by name', zh: '命名条目' },
  list: { en: 'list', zh: '列表' },
  function: { en: 'function', zh: '函数' },
  Any: { en: 'any value', zh: '任意值' },
});
