import { is, listOf, type ModdleNode, textOf } from '../../../diagram/moddle.ts';

/** The names of the links on the other side in the same scope: for a throwing link those that catch, and the reverse. */
export function linkNames(event: ModdleNode): readonly string[] {
  const others = is(event, 'bpmn:ThrowEvent') ? 'bpmn:CatchEvent' : 'bpmn:ThrowEvent';
  const names = listOf(event.$parent, 'flowElements')
    .filter((element) => is(element, others))
    .flatMap((element) => listOf(element, 'eventDefinitions'))
    .filter((definition) => is(definition, 'bpmn:LinkEventDefinition'))
    .map((definition) => textOf(definition, 'name'));
  return [...new Set(names)].filter((name) => name !== '');
}
