import { defineTexts } from '../../i18n/index.ts';

export const processTexts = defineTexts({
  title: { en: '{name}: process view', zh: '{name}：流程看板' },
  diagram: { en: 'Process {name} with its figures', zh: '流程 {name} 及其指标' },
  allVersions: { en: 'All versions', zh: '全部版本' },
  version: { en: 'Version', zh: '版本' },
  versionN: { en: 'Version {version}', zh: '版本 {version}' },
  period: { en: 'Period', zh: '期间' },
  periodAll: { en: 'All time', zh: '全部时间' },
  period30: { en: 'Last 30 days', zh: '近 30 天' },
  period90: { en: 'Last 90 days', zh: '近 90 天' },
  period365: { en: 'Last 365 days', zh: '近 365 天' },
  periodOwn: { en: 'From … to …', zh: '自定义' },
  from: { en: 'From', zh: '从' },
  to: { en: 'To', zh: '到' },
  owner: { en: 'Owner', zh: '负责人' },
  everyOwner: { en: 'Everyone', zh: '所有人' },
  draw: { en: 'Designer', zh: '设计器' },
  pipeline: { en: 'Pipeline', zh: '商机看板' },
  asOf: { en: 'As of {when}', zh: '截至 {when}' },
  zone: { en: 'Times in {zone}; money in {currency}.', zh: '时间按 {zone}；金额以 {currency} 计。' },

  started: { en: 'Started', zh: '已启动' },
  open: { en: 'Open', zh: '进行中' },
  won: { en: 'Won', zh: '赢单' },
  lost: { en: 'Lost', zh: '输单' },
  wonValue: { en: 'Won value', zh: '赢单金额' },

  met: { en: 'met', zh: '达标' },
  missed: { en: 'missed', zh: '未达标' },
  unclear: { en: 'not clear yet', zh: '尚不明确' },
  noTarget: { en: 'no target', zh: '无目标' },
  noData: { en: 'no data yet', zh: '暂无数据' },
  metMeaning: {
    en: 'The whole 95 % interval lies on the good side of the target.',
    zh: '95% 置信区间完全位于目标有利的一侧。',
  },
  missedMeaning: {
    en: 'The whole 95 % interval lies on the bad side of the target.',
    zh: '95% 置信区间完全位于目标不利的一侧。',
  },
  unclearMeaning: {
    en: 'The 95 % interval reaches over the target: {count} are too few to tell.',
    zh: '95% 置信区间跨越目标：样本 {count} 个，不足以判断。',
  },
  noTargetMeaning: { en: 'No target is set in the model.', zh: '流程中未设定目标。' },
  noDataMeaning: { en: 'Nothing to measure here yet in this selection.', zh: '当前筛选范围内此处尚无可计算的数据。' },
  smallSample: { en: 'Small sample ({count}): read with care.', zh: '样本较小（{count}），请谨慎解读。' },

  elements: { en: 'Figures by step', zh: '各步骤指标' },
  step: { en: 'Step', zh: '步骤' },
  kpi: { en: 'KPI', zh: 'KPI 指标' },
  actual: { en: 'Actual', zh: '实际' },
  target: { en: 'Target', zh: '目标' },
  n: { en: 'n', zh: '样本量' },
  state: { en: 'State', zh: '状态' },
  standing: { en: 'Standing here', zh: '停留商机' },
  standingValue: { en: 'Worth', zh: '金额' },
  entered: { en: 'Entered', zh: '进入' },
  left: { en: 'Left', zh: '离开' },
  median: { en: 'Median time', zh: '时长中位数' },
  interval: { en: '95 % interval', zh: '95% 区间' },
  between: { en: '{low} to {high}', zh: '{low} 至 {high}' },
  ratio: { en: 'Numerator / denominator', zh: '分子 / 分母' },
  definition: { en: 'How it is computed: {text}', zh: '计算口径：{text}' },
  noKpis: { en: 'No KPI hangs on this step.', zh: '该步骤未设置 KPI。' },
  processKpis: { en: 'KPIs of the whole process', zh: '流程整体 KPI' },
  dealsHere: { en: '{count} {count:deal|deals} standing here', zh: '{count} 个商机停留于此' },
  showDeals: { en: 'Show in the pipeline', zh: '在商机看板中查看' },
  close: { en: 'Close', zh: '关闭' },
  badgeStanding: { en: '{count} · {value}', zh: '{count} 个 · {value}' },
  badgeTitle: {
    en: '{label}: {actual} against {target}, n = {count}, {state}',
    zh: '{label}：实际 {actual}，目标 {target}，样本量 {count}，{state}',
  },
  standingTitle: { en: '{count} {count:deal|deals} here, worth {value}', zh: '{count} 个商机在此，金额 {value}' },

  funnel: { en: 'Stages', zh: '阶段漏斗' },
  stage: { en: 'Stage', zh: '阶段' },
  conversion: { en: 'To the next stage', zh: '转化率' },
  noStages: { en: 'The process has no stages.', zh: '该流程未定义阶段。' },

  empty: { en: 'Nothing has run through this process in this selection.', zh: '当前筛选范围内没有商机经过此流程。' },
  hours: { en: '{value} h', zh: '{value} 小时' },
  days: { en: '{value} d', zh: '{value} 天' },
  percent: { en: '{value} %', zh: '{value}%' },
});

/** What each measure is called and how it is computed. */
export const measureDefinitions = defineTexts({
  cycleTime: {
    en: 'Median time from first entry to first leave, of those that have left; for the whole process, from start to end of won deals.',
    zh: '从首次进入到首次离开的时长中位数（仅计已离开者）；整个流程则为赢单从启动到结束的时长。',
  },
  slaHitRate: {
    en: 'First visits done within the SLA ÷ first visits that were due.',
    zh: '首次进入且在时限内完成的次数 ÷ 已到期的首次进入次数。',
  },
  conversion: {
    en: 'Got to a later stage or won ÷ entered here; open deals that may still get there are left out.',
    zh: '进入后续阶段或赢单数 ÷ 进入数；仍可能推进的进行中商机不计入。',
  },
  winRate: {
    en: 'Won ÷ (won + lost), of the closed deals that entered here.',
    zh: '进入此处且已结束的商机中：赢单 ÷（赢单 + 输单）。',
  },
  completions: { en: 'How many deals have completed the step at least once.', zh: '至少完成该步骤一次的商机数。' },
  reworkRate: { en: 'Repeated entries ÷ all entries.', zh: '重复进入次数 ÷ 全部进入次数。' },
  fieldAverage: {
    en: 'Mean of the number entered, each deal once with its latest value.',
    zh: '所填数值的平均值，每个商机取最近一次的值。',
  },
  fieldShare: {
    en: 'Deals where the answer is yes or filled in ÷ deals asked, each once with its latest answer.',
    zh: '答案为“是”或已填写的商机数 ÷ 被询问的商机数，每个商机取最近一次的答案。',
  },
});
