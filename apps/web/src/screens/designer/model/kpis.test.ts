import type { KpiDefinition } from '@dealwright/bpmn/types';
import { expect, test } from 'vitest';
import { newKpi, readKpis, writeKpis } from './kpis.ts';
import { carrying, create, throughFile } from '../../../testing/testModel.ts';

const kpi: KpiDefinition = {
  id: 'k1',
  measure: 'fieldAverage',
  field: 'discount',
  target: 12.5,
  unit: 'percent',
  direction: 'down',
  labels: { en: 'Discount', zh: '折扣率' },
};

test('KPIs come back from a file as they went in', async () => {
  const bare: KpiDefinition = { ...kpi, id: 'k2', measure: 'completions', field: null, target: null, labels: {} };
  const task = await throughFile(carrying('bpmn:UserTask', writeKpis([kpi, bare], create)));
  expect(readKpis(task)).toEqual([kpi, bare]);
});

test('a new KPI never takes an id that is there already', () => {
  const first = newKpi('Task', []);
  expect(first).toMatchObject({ id: 'Task-kpi-1', measure: 'cycleTime', unit: 'hours', direction: 'down' });
  const second = newKpi('Task', [{ ...first, id: 'Task-kpi-2' }]);
  expect(second.id).toBe('Task-kpi-3');
  expect(second.measure).toBe('conversion');
});
