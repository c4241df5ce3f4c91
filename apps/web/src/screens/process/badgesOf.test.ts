import type { ElementFigures, KpiResult } from '@dealwright/api/contract';
import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '../../i18n/index.ts';
import { badgesOf } from './badgesOf.ts';

const kpi: KpiResult = {
  id: 'k',
  measure: 'cycleTime',
  field: null,
  labels: { en: 'Response', zh: '响应' },
  unit: 'hours',
  direction: 'down',
  target: 4,
  actual: 3.24,
  numerator: 40,
  denominator: 12,
  n: 12,
  low: 2,
  high: 3.9,
  state: 'met',
};
const element: ElementFigures = {
  nodeId: 'Task',
  standing: 3,
  standingValue: 12_000,
  entered: 15,
  left: 12,
  medianHours: 3.2,
  kpis: [kpi],
};

beforeEach(() => setLanguage('en'));

test('a KPI is shown with its state as a sign, against its target, with n', () => {
  const [badge] = badgesOf([{ ...element, standing: 0 }], 'USD');
  expect(badge).toMatchObject({ elementId: 'Task', text: '✓ 3.2 / 4 h · n 12', tone: 'good' });
  expect(badge?.title).toBe('Response: 3.2 h against 4 h, n = 12, met');
});

test('of several KPIs the worst stands on the drawing, and how many more there are; all are in its title', () => {
  const missed: KpiResult = { ...kpi, id: 'm', labels: { en: 'Silence', zh: '沉默' }, actual: 9, state: 'missed' };
  const badges = badgesOf([{ ...element, standing: 0, kpis: [kpi, missed] }], 'USD');
  expect(badges.map((badge) => badge.text)).toEqual(['✕ 9 / 4 h · n 12 +1']);
  expect(badges[0]?.title?.split('\n').map((line) => line.split(':')[0])).toEqual(['Silence', 'Response']);
});

test('a KPI without a figure says nothing on the drawing: a dozen "no data" hid what there was to see', () => {
  const noData: KpiResult = { ...kpi, actual: null, n: 0, state: 'noData' };
  expect(badgesOf([{ ...element, standing: 0, kpis: [noData] }], 'USD')).toEqual([]);
});

test('deals standing there come with their value; where none stands nothing is said', () => {
  expect(badgesOf([element], 'USD').map((badge) => badge.text)).toEqual(['✓ 3.2 / 4 h · n 12', '● 3 · $12K']);
  setLanguage('zh');
  expect(badgesOf([{ ...element, kpis: [] }], 'CNY')[0]?.title).toContain('3 个商机在此');
});
