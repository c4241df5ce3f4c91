import type { Labels, ProcessGraph } from '@dealwright/bpmn';
import { changesOf, formChanges } from './deals/changes.ts';
import { optionLabels } from './deals/optionLabels.ts';
import type { Change } from './deals/TimelineEntry.ts';
import { nodeFacts } from './nodeFacts.ts';

/**
 * What an entry of the audit trail says was changed, field by field, in the words of the drawing: a form's fields and
 * choices, and the names of elements. `graph` is the drawing of the deal or task that the entry is of, null for others.
 */
export function auditChanges(before: unknown, after: unknown, graph: ProcessGraph | null): Change[] {
  const was = fieldsOf(before);
  const { variables, ...is } = fieldsOf(after);
  const changes = changesOf(was, is).map((change) => ({ ...change, options: optionsOf(change, graph) }));
  const nodeId = is['nodeId'] ?? was['nodeId'];
  const node = typeof nodeId === 'string' ? graph?.nodes[graph.nodeIndex.get(nodeId) ?? -1] : undefined;
  return [...changes, ...formChanges(node?.business.form ?? null, fieldsOf(variables))];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

function optionsOf({ field, before, after }: Change, graph: ProcessGraph | null): Record<string, Labels> {
  if (graph === null) return {};
  const values = [before, after].filter((value) => typeof value === 'string');
  const words = (value: string): Labels => {
    if (field === 'lossReason') return optionLabels(graph, 'loss_reason', value);
    const { name, labels } = nodeFacts(graph, value);
    return { en: name, ...labels };
  };
  if (field !== 'lossReason' && field !== 'nodeId') return {};
  return Object.fromEntries(values.map((value) => [value, words(value)]));
}
