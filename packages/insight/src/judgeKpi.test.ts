import type { KpiDefinition } from '@dealwright/bpmn';
import { describe, expect, it } from 'vitest';
import { judgeKpi } from './judgeKpi.ts';
import type { Figure } from './measures/Measure.ts';

const kpi = (change: Partial<KpiDefinition>): KpiDefinition => ({
  id: 'k',
  measure: 'conversion',
  field: null,
  target: 50,
  unit: 'percent',
  direction: 'up',
  labels: {},
  ...change,
});
const figure = (change: Partial<Figure>): Figure => ({
  numerator: 0,
  denominator: 0,
  n: 0,
  value: null,
  low: null,
  high: null,
  deviation: null,
  ...change,
});
const shareOf = (part: number, n: number) => figure({ numerator: part, denominator: n, n, value: part / n });

describe('judgeKpi', () => {
  it('gives a share in percent with its interval', () => {
    const result = judgeKpi(kpi({}), shareOf(81, 263));
    expect(result.actual).toBeCloseTo(30.8, 1);
    expect(result.low).toBeCloseTo(25.53, 2);
    expect(result.high).toBeCloseTo(36.62, 2);
    expect(result.state).toBe('missed');
  });

  it.each([
    ['met when the whole interval is on the good side', shareOf(90, 100), 'up', 'met'],
    ['missed when it is on the other', shareOf(90, 100), 'down', 'missed'],
    ['unclear when it reaches over the target', shareOf(52, 100), 'up', 'unclear'],
    ['unclear for a few cases, however good they look', shareOf(3, 3), 'up', 'unclear'],
    ['without data', figure({}), 'up', 'noData'],
  ] as const)('%s', (_, found, direction, state) => {
    expect(judgeKpi(kpi({ direction }), found).state).toBe(state);
  });

  it('has nothing to judge without a target', () => {
    expect(judgeKpi(kpi({ target: null }), shareOf(90, 100)).state).toBe('noTarget');
  });

  it('turns hours into days for a median', () => {
    const result = judgeKpi(
      kpi({ measure: 'cycleTime', unit: 'days', direction: 'down', target: 3 }),
      figure({ n: 20, value: 48, low: 24, high: 60 }),
    );
    expect(result).toMatchObject({ actual: 2, low: 1, high: 2.5, state: 'met' });
  });

  it('calls a median of too few cases unclear', () => {
    const result = judgeKpi(kpi({ measure: 'cycleTime', unit: 'hours', target: 3 }), figure({ n: 4, value: 48 }));
    expect(result).toMatchObject({ actual: 48, low: null, state: 'unclear' });
  });

  it('judges a count as it stands', () => {
    const result = judgeKpi(kpi({ measure: 'completions', unit: 'count', target: 3 }), figure({ n: 4, value: 4 }));
    expect(result).toMatchObject({ actual: 4, low: null, high: null, state: 'met' });
  });
});
