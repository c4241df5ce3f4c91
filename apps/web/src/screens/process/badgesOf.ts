import type { ElementFigures, KpiResult } from '@dealwright/api/contract';
import type { DiagramBadge } from '../../diagram/Diagram.tsx';
import { formatMoney, t } from '../../i18n/index.ts';
import { formatAgainst, formatFigure, kpiName, stateSign, stateTone } from './kpiText.ts';
import { processTexts as texts } from './texts.ts';

/** What a manager must see first comes first. */
const RANK: Readonly<Record<KpiResult['state'], number>> = { missed: 0, unclear: 1, met: 2, noTarget: 3, noData: 4 };

/**
 * What the drawing says of each step: its worst KPI against target with n, and what stands there. The other KPIs are in
 * the badge's title and beside the drawing; one without a figure says nothing here.
 */
export function badgesOf(elements: readonly ElementFigures[], currency: string): DiagramBadge[] {
  return elements.flatMap((element) => [...kpiBadge(element, currency), ...standingBadge(element, currency)]);
}

function kpiBadge({ nodeId, kpis }: ElementFigures, currency: string): DiagramBadge[] {
  const told = kpis.filter((kpi) => kpi.state !== 'noData').toSorted((a, b) => RANK[a.state] - RANK[b.state]);
  const [worst] = told;
  if (!worst) return [];
  const more = told.length > 1 ? ` +${told.length - 1}` : '';
  return [
    {
      elementId: nodeId,
      text: `${stateSign(worst.state)} ${formatAgainst(worst, currency)} · n ${worst.n}${more}`,
      tone: stateTone(worst.state),
      title: told.map((kpi) => titleOf(kpi, currency)).join('\n'),
    },
  ];
}

function titleOf(kpi: KpiResult, currency: string): string {
  const actual = formatFigure(kpi.actual, kpi.unit, currency);
  const target = formatFigure(kpi.target, kpi.unit, currency);
  return t(texts.badgeTitle, { label: kpiName(kpi), actual, target, count: kpi.n, state: t(texts[kpi.state]) });
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
