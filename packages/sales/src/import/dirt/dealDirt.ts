import { isLost, isLive, isWon } from '../stageWords.ts';
import type { CrmExport, PipelineRow } from '../CrmExport.ts';
import type { DirtDetector, DirtRow } from './Dirt.ts';

/** Rows of the pipeline that a test picks, shown by `value` or, by default, their id. */
function deals(
  data: CrmExport,
  test: (row: PipelineRow) => boolean,
  value: (row: PipelineRow) => string = (row) => row.opportunityId,
): DirtRow[] {
  return data.pipeline.filter(test).map((row) => ({ file: row.file, line: row.line, value: value(row) }));
}

export const missingAccount: DirtDetector = (data) => ({
  kind: 'missing-account',
  label: { en: 'Deal without an account', zh: '没有客户的商机' },
  treatment: {
    en: 'Imported without an account; the owner can add it.',
    zh: '照常导入，客户留空，由负责人补充。',
  },
  rows: deals(data, (row) => row.account === null),
});

export const missingEngageDate: DirtDetector = (data) => ({
  kind: 'missing-engage-date',
  label: { en: 'Deal without an engage date', zh: '没有开始跟进日期的商机' },
  treatment: {
    en: 'The start is not in the file: an open deal starts at the time of the import, a closed one on its close date.',
    zh: '文件中没有开始时间：进行中的商机以导入时间为起点，已结束的以关闭日期为起点。',
  },
  rows: deals(
    data,
    (row) => row.engageDate === null,
    (row) => `${row.opportunityId} (${row.stage})`,
  ),
});

export const closedWithoutDate: DirtDetector = (data) => ({
  kind: 'closed-without-date',
  label: { en: 'Won or lost deal without a close date', zh: '没有关闭日期的赢单或输单' },
  treatment: {
    en: 'Closed on its engage date or, without one, at the time of the import.',
    zh: '以开始跟进日期作为关闭时间；也没有该日期时，以导入时间为准。',
  },
  rows: deals(data, (row) => !isLive(row.stage) && row.closeDate === null),
});

export const lostWithoutValue: DirtDetector = (data) => ({
  kind: 'lost-without-value',
  label: { en: 'Lost deal with value 0 or none', zh: '金额为 0 或空的输单' },
  treatment: {
    en: 'Kept as it is. What the deal was worth before it was lost is not in the file, so losses by value cannot be computed.',
    zh: '按原值保留。文件没有输单前的金额，因此无法按金额统计输单。',
  },
  rows: deals(data, (row) => isLost(row.stage) && (row.closeValue ?? 0) === 0),
});

export const openWithoutValue: DirtDetector = (data) => ({
  kind: 'open-without-value',
  label: { en: 'Open deal without a value', zh: '没有金额的进行中商机' },
  treatment: {
    en: 'Imported without a value; the list price is not taken for it. The owner can add it.',
    zh: '照常导入，金额留空，不以标价代替，由负责人补充。',
  },
  rows: deals(data, (row) => isLive(row.stage) && row.closeValue === null),
});

export const wonWithoutValue: DirtDetector = (data) => ({
  kind: 'won-without-value',
  label: { en: 'Won deal without a value', zh: '没有金额的赢单' },
  treatment: { en: 'Imported as won, without a value.', zh: '按赢单导入，金额留空。' },
  rows: deals(data, (row) => isWon(row.stage) && (row.closeValue ?? 0) === 0),
});

export const negativeValue: DirtDetector = (data) => ({
  kind: 'negative-value',
  label: { en: 'Negative value', zh: '金额为负' },
  treatment: { en: 'Kept as it is.', zh: '按原值保留。' },
  rows: deals(
    data,
    (row) => (row.closeValue ?? 0) < 0,
    (row) => String(row.closeValue),
  ),
});

export const closeBeforeEngage: DirtDetector = (data) => ({
  kind: 'close-before-engage',
  label: { en: 'Closed before it was engaged', zh: '关闭日期早于开始跟进日期' },
  treatment: {
    en: 'Started and closed on the close date; both dates of the file stay with the deal.',
    zh: '以关闭日期作为开始与结束；文件中的两个日期保留在商机上。',
  },
  rows: deals(
    data,
    (row) => row.engageDate !== null && row.closeDate !== null && row.closeDate < row.engageDate,
    (row) => `${row.engageDate} → ${row.closeDate}`,
  ),
});

export const duplicateOpportunity: DirtDetector = (data) => ({
  kind: 'duplicate-opportunity',
  label: { en: 'Deal id used more than once', zh: '重复的商机编号' },
  treatment: {
    en: 'Each row becomes a deal of its own: the second is known as "id#2".',
    zh: '每一行都导入为独立商机，第二个编号记为“编号#2”。',
  },
  rows: deals(data, (row) => row.key !== row.opportunityId),
});

/** Won for less than half or more than one and a half times the list price. */
export const valueFarFromPrice: DirtDetector = (data) => {
  const prices = new Map(data.products.map((row) => [row.name, row.listPrice]));
  const priceOf = (row: PipelineRow) => prices.get(row.product ?? '') ?? null;
  return {
    kind: 'value-far-from-price',
    label: { en: 'Won far from the list price', zh: '成交金额与标价相差过大' },
    treatment: { en: 'Kept as it is.', zh: '按原值保留。' },
    rows: deals(
      data,
      (row) => {
        const price = priceOf(row);
        const value = row.closeValue ?? 0;
        return isWon(row.stage) && price !== null && value > 0 && (value < price * 0.5 || value > price * 1.5);
      },
      (row) => `${row.closeValue} (${priceOf(row)})`,
    ),
  };
};

export const openDealOfThePast: DirtDetector = (data) => ({
  kind: 'open-deal-clock',
  label: { en: 'Open deal engaged in the past', zh: '早已开始跟进的进行中商机' },
  treatment: {
    en: 'Stands at its task since its engage date. The due date of the task and its timers count from the import, so that nothing fires for a time that is long gone.',
    zh: '自开始跟进日期起停留在对应任务；任务期限与定时器从导入时起算，避免触发早已过去的时限。',
  },
  rows: deals(data, (row) => isLive(row.stage) && row.engageDate !== null),
});
