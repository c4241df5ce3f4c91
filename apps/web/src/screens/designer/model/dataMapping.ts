import { extensionsOf, is, listOf, type ModdleNode, textOf } from '../../../diagram/moddle.ts';
import type { Create } from './Create.ts';

/** One variable of a mapping: its name and the FEEL expression that gives its value. */
export interface MappedVariable {
  readonly name: string;
  readonly value: string;
}

/** What an element takes in as variables of its own, and what it gives back. */
export interface DataMapping {
  readonly inputs: readonly MappedVariable[];
  readonly outputs: readonly MappedVariable[];
}

/** The mapping of an activity or event; empty when the drawing has none. */
export function readDataMapping(node: ModdleNode): DataMapping {
  const [found] = extensionsOf(node, 'dw:Io');
  const of = (property: string) =>
    listOf(found, property).map((one) => ({ name: textOf(one, 'name'), value: textOf(one, 'value') }));
  return { inputs: of('inputs'), outputs: of('outputs') };
}

/** The extension element; nothing for an empty mapping. */
export function writeDataMapping({ inputs, outputs }: DataMapping, create: Create): ModdleNode[] {
  if (inputs.length === 0 && outputs.length === 0) return [];
  return [
    create('dw:Io', {
      inputs: inputs.map((one) => create('dw:Input', { ...one })),
      outputs: outputs.map((one) => create('dw:Output', { ...one })),
    }),
  ];
}

/** Which way data goes at an element: into what is thrown, out of what is caught, both ways at an activity. */
export function dataDirections(node: ModdleNode): { readonly into: boolean; readonly out: boolean } {
  const activity = is(node, 'bpmn:Activity') && node.get('triggeredByEvent') !== true;
  const carries = listOf(node, 'eventDefinitions').some(({ $type }) =>
    [
      'bpmn:MessageEventDefinition',
      'bpmn:SignalEventDefinition',
      'bpmn:ErrorEventDefinition',
      'bpmn:EscalationEventDefinition',
    ].includes($type),
  );
  return {
    into: activity || (carries && is(node, 'bpmn:ThrowEvent')),
    out: activity || (carries && is(node, 'bpmn:CatchEvent')),
  };
}
