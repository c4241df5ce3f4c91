import type { KpiDefinition, KpiMeasure, KpiUnit } from '@dealwright/bpmn/types';
import { extensionsOf, listOf, type ModdleNode, textOf } from '../../../diagram/moddle.ts';
import type { Create } from './Create.ts';
import { labelsFrom, writeTexts } from './labelTexts.ts';

/** What a measure is usually counted in, and which way is better. */
export const MEASURE_DEFAULTS: Readonly<Record<KpiMeasure, { unit: KpiUnit; direction: 'up' | 'down' }>> = {
  cycleTime: { unit: 'hours', direction: 'down' },
  slaHitRate: { unit: 'percent', direction: 'up' },
  conversion: { unit: 'percent', direction: 'up' },
  winRate: { unit: 'percent', direction: 'up' },
  completions: { unit: 'count', direction: 'up' },
  reworkRate: { unit: 'percent', direction: 'down' },
  fieldAverage: { unit: 'number', direction: 'up' },
  fieldShare: { unit: 'percent', direction: 'up' },
};

/** The measures that look at one field of the form. */
export function needsField(measure: KpiMeasure): boolean {
  return measure === 'fieldAverage' || measure === 'fieldShare';
}

/** The KPIs that hang on an element. */
export function readKpis(node: ModdleNode): readonly KpiDefinition[] {
  return extensionsOf(node, 'dw:Kpi').map((kpi) => {
    const target = kpi.get('target');
    return {
      id: textOf(kpi, 'id'),
      measure: textOf(kpi, 'measure') as KpiMeasure,
      field: textOf(kpi, 'field') || null,
      target: typeof target === 'number' ? target : null,
      unit: textOf(kpi, 'unit') as KpiUnit,
      direction: textOf(kpi, 'direction') === 'down' ? 'down' : 'up',
      labels: labelsFrom(listOf(kpi, 'labels')),
    };
  });
}

/** The extension elements for these KPIs. */
export function writeKpis(kpis: readonly KpiDefinition[], create: Create): ModdleNode[] {
  return kpis.map((kpi) =>
    create('dw:Kpi', {
      id: kpi.id,
      measure: kpi.measure,
      ...(kpi.field === null ? {} : { field: kpi.field }),
      ...(kpi.target === null ? {} : { target: kpi.target }),
      unit: kpi.unit,
      direction: kpi.direction,
      labels: writeTexts(kpi.labels, 'dw:Label', create),
    }),
  );
}

/** A KPI to begin with; its id is the element's with a number, so that it stays unique in the process. */
export function newKpi(elementId: string, kpis: readonly KpiDefinition[]): KpiDefinition {
  const taken = new Set(kpis.map((kpi) => kpi.id));
  let count = kpis.length + 1;
  while (taken.has(`${elementId}-kpi-${count}`)) count += 1;
  const measure = kpis.some((kpi) => kpi.measure === 'cycleTime') ? 'conversion' : 'cycleTime';
  return {
    id: `${elementId}-kpi-${count}`,
    measure,
    field: null,
    target: null,
    ...MEASURE_DEFAULTS[measure],
    labels: {},
  };
}
