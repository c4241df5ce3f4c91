import type { ElementFigures, KpiResult } from '@dealwright/api/contract';
import type { DiagramBadge } from '../../diagram/Diagram.tsx';
import { formatMoney, t } from '../../i18n/index.ts';
import { formatAgainst, formatFigure, kpiName, stateSign, stateTone } from './kpiText.ts';
import { processTexts as texts } from './texts.ts';

/** What the drawing says of each step: its KPIs against target with n, and what stands there. */
export function badgesOf(elements: readonly ElementFigures[], currency: string): DiagramBadge[] {
  return elements.flatMap((element) => [
    ...element.kpis.map((kpi) => kpiBadge(element.nodeId, kpi, currency)),
    ...standingBadge(element, currency),
  ]);
}

function kpiBadge(elementId: string, kpi: KpiResult, currency: string): DiagramBadge {
  const actual = formatFigure(kpi.actual, kpi.unit, currency);
  const target = formatFigure(kpi.target, kpi.unit, currency);
  // The dash of a missing figure says already that there is none.
  const sign = kpi.state === 'noData' ? '' : `${stateSign(kpi.state)} `;
  return {
    elementId,
    text: `${sign}${formatAgainst(kpi, currency)} · n ${kpi.n}`,
    tone: stateTone(kpi.state),
    title: t(texts.badgeTitle, { label: kpiName(kpi), actual, target, count: kpi.n, state: t(texts[kpi.state]) }),
  };
}

function standingBadge(element: ElementFigures, currency: string): DiagramBadge[] {
  if (element.standing === 0) return [];
  const params = { count: element.standing, value: formatMoney(element.standingValue, currency, true) };
  return [
    {
      elementId: element.nodeId,
      text: `● ${t(texts.badgeStanding, params)}`,
      tone: 'neutral',
      title: t(texts.standingTitle, params),
    },
  ];
}
