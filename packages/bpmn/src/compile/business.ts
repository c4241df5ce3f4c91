import { calendarOf } from './calendarOf.ts';
import type { DialectReading } from '../dialects/Dialect.ts';
import { stripEquals } from '../dialects/expressions.ts';
import { extensions, idOf, isA, many, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import {
  ASSIGNMENT_RULES,
  KPI_MEASURES,
  KPI_UNITS,
  type Assignment,
  type AssignmentRule,
  type ConnectorDefinition,
  type FormSchema,
  type KpiDefinition,
  type KpiMeasure,
  type KpiUnit,
  type Labels,
  type NodeBusiness,
} from '../ProcessGraph.ts';

/** The `dw` extension of a flow node; what it leaves open is filled from the dialect's reading. */
export function businessOf(element: BpmnElement, dialect: DialectReading): NodeBusiness {
  const form = extensions(element, 'dw:Form')[0];
  const calendar = isA(element, 'bpmn:FlowNode') ? calendarOf(element) : null;
  return {
    ...(calendar === null ? {} : { calendar }),
    stage: text(element, 'dw:stage') ?? null,
    sla: text(element, 'dw:sla')?.trim() ?? dialect.sla ?? null,
    kpis: kpisOf(element),
    labels: labelsOf(extensions(element, 'dw:Label')),
    playbook: labelsOf(extensions(element, 'dw:Playbook')),
    assignment: assignmentOf(element) ?? dialect.assignment ?? null,
    form: form ? formOf(element) : (dialect.form ?? null),
    fieldBudget: numberOf(form?.get('fieldBudget')),
    connector: connectorOf(element) ?? dialect.connector ?? null,
    outcome: isA(element, 'bpmn:EndEvent') ? (text(element, 'dw:outcome') ?? null) : null,
  };
}

export function labelsOf(elements: readonly BpmnElement[]): Labels {
  const labels: { zh?: string; en?: string } = {};
  for (const element of elements) {
    const value = text(element, 'text')?.trim();
    const lang = text(element, 'lang');
    if (value !== undefined && (lang === 'zh' || lang === 'en')) labels[lang] = value;
  }
  return labels;
}

/** KPIs whose measure is known; the validator reports the others. A KPI without id gets one from its place. */
export function kpisOf(element: BpmnElement): readonly KpiDefinition[] {
  return extensions(element, 'dw:Kpi').flatMap((kpi, at): KpiDefinition[] => {
    const measure = text(kpi, 'measure');
    const unit = text(kpi, 'unit') ?? 'number';
    if (!isMeasure(measure) || !isUnit(unit)) return [];
    return [
      {
        id: text(kpi, 'id') ?? `${idOf(element)}_kpi_${at + 1}`,
        measure,
        field: text(kpi, 'field') ?? null,
        target: numberOf(kpi.get('target')),
        unit,
        direction: text(kpi, 'direction') === 'down' ? 'down' : 'up',
        labels: labelsOf(many(kpi, 'labels')),
      },
    ];
  });
}

export function assignmentOf(element: BpmnElement): Assignment | null {
  const assignment = extensions(element, 'dw:Assignment')[0];
  const rule = assignment ? (text(assignment, 'rule') ?? 'lane') : undefined;
  if (!assignment || !isRule(rule)) return null;
  const value = text(assignment, 'value') ?? null;
  return {
    rule,
    value: value !== null && rule === 'expression' ? stripEquals(value) : value,
    approve: text(assignment, 'approve') === 'all' ? 'all' : 'any',
  };
}

/** The embedded form-js schema; null when there is none or when it cannot be read, which the validator reports. */
export function formOf(element: BpmnElement): FormSchema | null {
  const form = extensions(element, 'dw:Form')[0];
  const source = form ? text(form, 'schema') : undefined;
  if (source === undefined) return null;
  try {
    const schema: unknown = JSON.parse(source);
    return isFormSchema(schema) ? schema : null;
  } catch {
    return null;
  }
}

/** True for what form-js would open: a list of components, each with a type, and nothing of a wrong kind in them. */
export function isFormSchema(value: unknown): value is FormSchema {
  return isRecord(value) && Array.isArray(value['components']) && value['components'].every(isComponent);
}

function isComponent(value: unknown): boolean {
  if (!isRecord(value) || typeof value['type'] !== 'string') return false;
  const { key, label, validate, properties, values, components } = value;
  return (
    [key, label].every((part) => part === undefined || typeof part === 'string') &&
    [validate, properties].every((part) => part === undefined || isRecord(part)) &&
    (values === undefined || (Array.isArray(values) && values.every(isRecord))) &&
    (components === undefined || (Array.isArray(components) && components.every(isComponent)))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function connectorOf(element: BpmnElement): ConnectorDefinition | null {
  const connector = extensions(element, 'dw:Connector')[0];
  const type = connector ? text(connector, 'type') : undefined;
  if (!connector || type === undefined) return null;
  const priority = numberOf(connector.get('priority'));
  const mapping = (property: string) =>
    many(connector, property).map((entry) => ({
      name: text(entry, 'name') ?? '',
      value: stripEquals(text(entry, 'value') ?? ''),
    }));
  return {
    type,
    retries: numberOf(connector.get('retries')) ?? 3,
    backoff: text(connector, 'backoff') ?? 'PT1M',
    ...(priority === null ? {} : { priority }),
    inputs: mapping('inputs'),
    outputs: mapping('outputs'),
  };
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function isMeasure(value: string | undefined): value is KpiMeasure {
  return KPI_MEASURES.some((measure) => measure === value);
}

export function isUnit(value: string | undefined): value is KpiUnit {
  return KPI_UNITS.some((unit) => unit === value);
}

export function isRule(value: string | undefined): value is AssignmentRule {
  return ASSIGNMENT_RULES.some((rule) => rule === value);
}
