import { isMeasure, isUnit } from '../compile/business.ts';
import { describe } from '../describe.ts';
import { formFieldKeys } from './formFieldKeys.ts';
import { extensions, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import { KPI_MEASURES, KPI_UNITS } from '../ProcessGraph.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** A KPI names a measure that can be computed, a unit, a direction and a target. */
export const kpis: Rule = (context) => {
  const { index } = context;
  const allFields = formFieldKeys(index.nodes);
  const ids = new Map<string, BpmnElement>();
  for (const process of index.processes) checkKpis(context, process, allFields, ids);
  for (const node of index.nodes) {
    const own = formFieldKeys([node]);
    checkKpis(context, node, own.size > 0 ? own : allFields, ids);
  }
};

function checkKpis(
  { report }: RuleContext,
  element: BpmnElement,
  fields: ReadonlySet<string>,
  ids: Map<string, BpmnElement>,
): void {
  for (const kpi of extensions(element, 'dw:Kpi')) {
    const words = describe(element);
    const problem = (rule: string, en: string, zh: string, severity: 'error' | 'warning' = 'error') =>
      report(element, { rule, severity, en: `A KPI of ${words.en} ${en}`, zh: `${words.zh}的一个 KPI ${zh}` });
    const measure = text(kpi, 'measure');
    const unit = text(kpi, 'unit');
    const direction = text(kpi, 'direction');
    const field = text(kpi, 'field');
    const target = kpi.get('target');
    const id = text(kpi, 'id');
    if (!isMeasure(measure)) {
      problem(
        'kpi-measure',
        `has the unknown measure "${measure ?? ''}"; known are ${KPI_MEASURES.join(', ')}.`,
        `使用了未知指标“${measure ?? ''}”；可用指标：${KPI_MEASURES.join('、')}。`,
      );
    }
    if (unit !== undefined && !isUnit(unit)) {
      problem(
        'kpi-unit',
        `has the unknown unit "${unit}"; known are ${KPI_UNITS.join(', ')}.`,
        `使用了未知单位“${unit}”；可用单位：${KPI_UNITS.join('、')}。`,
      );
    }
    if (direction !== undefined && direction !== 'up' && direction !== 'down') {
      problem(
        'kpi-direction',
        `has the direction "${direction}"; write "up" (more is better) or "down".`,
        `的方向“${direction}”无效；请写“up”（越高越好）或“down”（越低越好）。`,
      );
    }
    if (target === undefined) problem('kpi-target-missing', 'has no target.', '没有设置目标值。', 'warning');
    else if (typeof target !== 'number' || !Number.isFinite(target)) {
      problem('kpi-target', 'has a target that is not a number.', '的目标值不是数字。');
    } else if (unit === 'percent' && (target < 0 || target > 100)) {
      problem(
        'kpi-target',
        `has the target ${target} %; percentages go from 0 to 100.`,
        `的目标值为 ${target}%；百分比应在 0 到 100 之间。`,
      );
    }
    if ((measure === 'fieldAverage' || measure === 'fieldShare') && (field === undefined || !fields.has(field))) {
      problem(
        'kpi-field',
        `looks at the form field "${field ?? ''}", which no form here has.`,
        `引用了表单字段“${field ?? ''}”，但表单中没有该字段。`,
      );
    }
    if (id !== undefined && ids.has(id))
      problem('kpi-id-duplicate', `has the id "${id}" that another KPI has too.`, `的标识“${id}”与其他 KPI 重复。`);
    if (id !== undefined) ids.set(id, element);
  }
}
