import Trash from 'lucide-solid/icons/trash';
import { KPI_MEASURES, KPI_UNITS, type KpiDefinition, type KpiMeasure, type KpiUnit } from '@dealwright/bpmn/types';
import { type JSX, Show } from 'solid-js';
import type { ModdleNode } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { IconButton } from '../../../ui/index.ts';
import { BilingualFields } from '../fields/BilingualFields.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { formFieldKeys } from '../model/formFieldKeys.ts';
import { MEASURE_DEFAULTS, needsField } from '../model/kpis.ts';
import { kpiUnitTexts, measureTexts, panelTexts as texts } from './texts.ts';

/** One KPI. A new measure brings its usual unit and direction with it. */
export function KpiEntry(props: {
  kpi: KpiDefinition;
  count: number;
  node: ModdleNode;
  onChange: (kpi: KpiDefinition) => void;
  onRemove: () => void;
}): JSX.Element {
  const setMeasure = (measure: KpiMeasure) =>
    props.onChange({
      ...props.kpi,
      measure,
      ...MEASURE_DEFAULTS[measure],
      field: needsField(measure) ? props.kpi.field : null,
    });
  return (
    <fieldset class="designer__entry">
      <legend>{t(texts.kpiN, { count: props.count })}</legend>
      <div class="designer__entry-tools">
        <IconButton
          size="sm"
          label={t(texts.removeKpi, { count: props.count })}
          icon={<Trash />}
          onClick={() => props.onRemove()}
        />
      </div>
      <SelectField
        label={t(texts.measure)}
        value={props.kpi.measure}
        options={KPI_MEASURES.map((value) => ({ value, label: t(measureTexts[value]) }))}
        onValue={(value) => setMeasure(value as KpiMeasure)}
      />
      <Show when={needsField(props.kpi.measure)}>
        <SelectField
          label={t(texts.field)}
          value={props.kpi.field ?? ''}
          placeholder={t(texts.choose)}
          options={formFieldKeys(props.node).map((value) => ({ value, label: value }))}
          onValue={(field) => props.onChange({ ...props.kpi, field: field || null })}
        />
      </Show>
      <div class="designer__row">
        <NumberField
          label={t(texts.target)}
          value={props.kpi.target}
          onCommit={(target) => props.onChange({ ...props.kpi, target })}
        />
        <SelectField
          label={t(texts.kpiUnit)}
          value={props.kpi.unit}
          options={KPI_UNITS.map((value) => ({ value, label: t(kpiUnitTexts[value]) }))}
          onValue={(unit) => props.onChange({ ...props.kpi, unit: unit as KpiUnit })}
        />
      </div>
      <SelectField
        label={t(texts.direction)}
        value={props.kpi.direction}
        options={[
          { value: 'up', label: t(texts.directionUp) },
          { value: 'down', label: t(texts.directionDown) },
        ]}
        onValue={(direction) => props.onChange({ ...props.kpi, direction: direction === 'down' ? 'down' : 'up' })}
      />
      <BilingualFields labels={props.kpi.labels} onChange={(labels) => props.onChange({ ...props.kpi, labels })} />
    </fieldset>
  );
}
