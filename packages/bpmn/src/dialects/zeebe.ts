import { extensions, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Assignment } from '../ProcessGraph.ts';
import type { Dialect, DialectReading } from './Dialect.ts';
import { stripEquals } from './expressions.ts';

type Reader = (extension: BpmnElement) => Omit<DialectReading, 'unmapped'> | null;

/** Extension elements that are mapped, by local name; null when its content has no equal. */
const READERS: Readonly<Record<string, Reader>> = {
  assignmentDefinition: (extension) => {
    const assignment = assignmentOf(attribute(extension, 'assignee'), attribute(extension, 'candidateGroups'));
    return assignment ? { assignment } : null;
  },
  taskDefinition: (extension) => {
    const type = attribute(extension, 'type');
    const retries = Number(attribute(extension, 'retries') ?? '3');
    if (type === undefined || !Number.isInteger(retries)) return null;
    return { connector: { type, retries, backoff: 'PT1M', inputs: [], outputs: [] } };
  },
  calledElement: (extension) => {
    const calledElement = attribute(extension, 'processId');
    return calledElement === undefined ? null : { calledElement };
  },
  subscription: (extension) => {
    const key = attribute(extension, 'correlationKey');
    return key === undefined ? null : { correlation: stripEquals(key) };
  },
  script: (extension) => {
    const source = attribute(extension, 'expression');
    if (source === undefined) return null;
    const resultVariable = attribute(extension, 'resultVariable');
    return {
      script: { language: 'feel', source: stripEquals(source) },
      ...(resultVariable !== undefined && { resultVariable }),
    };
  },
  userTask: () => ({}),
};

/** Camunda 8: assignment, job type, called process, correlation key, FEEL script. */
export const zeebe: Dialect = {
  name: 'Camunda 8',
  uri: 'http://camunda.org/schema/zeebe/1.0',
  read(element, prefix) {
    let reading: Omit<DialectReading, 'unmapped'> = {};
    const unmapped: string[] = [];
    for (const extension of extensions(element)) {
      if (!extension.$type.startsWith(`${prefix}:`)) continue;
      const mapped = READERS[extension.$type.slice(prefix.length + 1)]?.(extension) ?? null;
      if (mapped) reading = { ...reading, ...mapped };
      else unmapped.push(extension.$type);
    }
    return { ...reading, unmapped };
  },
};

/** Attributes of a foreign element are plain properties of the moddle object. */
function attribute(extension: BpmnElement, name: string): string | undefined {
  const value: unknown = Reflect.get(extension, name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function assignmentOf(assignee: string | undefined, groups: string | undefined): Assignment | undefined {
  if (assignee !== undefined) {
    return assignee.startsWith('=')
      ? { rule: 'expression', value: stripEquals(assignee), approve: 'any' }
      : { rule: 'person', value: assignee, approve: 'any' };
  }
  if (groups === undefined) return undefined;
  return { rule: 'group', value: groups.split(',')[0]?.trim() ?? groups, approve: 'any' };
}
