import { formWords, type Labels, type ProcessGraph } from '@dealwright/bpmn';

/** The words of a value that some form of the process offers under this key; empty when none does. */
export function optionLabels(graph: ProcessGraph, key: string, value: string): Labels {
  for (const { business } of graph.nodes) {
    const labels = business.form === null ? undefined : formWords(business.form).get(key)?.options[value];
    if (labels) return labels;
  }
  return {};
}
