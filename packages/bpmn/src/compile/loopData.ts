import { one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Mapping } from '../ProcessGraph.ts';
import { variableName } from './variableName.ts';

export interface LoopData {
  /** FEEL that gives the input collection before any instance begins; null when the drawing names none */
  readonly collection: string | null;
  /** the variable that gets the output collection */
  readonly outputCollection: string | null;
  /** output mappings without the one that carries the collection: each instance would write over it */
  readonly outputs: readonly Mapping[];
}

/**
 * What the collections of a multi-instance activity are outside of it. Its input collection is one of its data inputs,
 * and its output collection one of its data outputs (BPMN 2.0.2, table 10.29): data associations join them to the
 * variables around it, which alone are there before the first instance and after the last.
 */
export function loopData(
  element: BpmnElement,
  { inputs, outputs }: { readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] },
): LoopData {
  const loop = one(element, 'loopCharacteristics');
  const input = loop && one(loop, 'loopDataInputRef');
  const output = loop && one(loop, 'loopDataOutputRef');
  const into = input && variableName(input);
  const out = output && variableName(output);
  const filled = inputs.find(({ name }) => name === into);
  const handed = outputs.find((mapping) => 'from' in mapping && mapping.from === out);
  return {
    collection: (filled && ('value' in filled ? filled.value : filled.from)) ?? into ?? null,
    outputCollection: handed?.name ?? out ?? null,
    outputs: handed ? outputs.filter((mapping) => mapping !== handed) : outputs,
  };
}
