import type { KpiResult } from '@dealwright/api/contract';
import type { JSX } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { Badge } from '../../ui/index.ts';
import { stateMeaning, stateSign, stateTone } from './kpiText.ts';
import { processTexts as texts } from './texts.ts';

/** Met, missed or unclear: sign, word and colour; the reason on hover. */
export function KpiState(props: { kpi: KpiResult }): JSX.Element {
  return (
    <Badge tone={stateTone(props.kpi.state)} title={stateMeaning(props.kpi)}>
      <span aria-hidden="true">{stateSign(props.kpi.state)}</span> {t(texts[props.kpi.state])}
    </Badge>
  );
}
