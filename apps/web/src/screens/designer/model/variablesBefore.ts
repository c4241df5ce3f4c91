import { extensionsOf, is, listOf, type ModdleNode, nodeOf, textOf } from '../../../diagram/moddle.ts';
import { namedDecision } from '../decisions/namedDecision.ts';
import { formFieldKeys } from './formFieldKeys.ts';
import { nodesBefore } from './nodesBefore.ts';

/**
 * The variables that may be known where a node stands: what the forms, scripts, services and decisions on any way to it have put
 * down. Takes a flow node; answers the names, nearest first.
 */
export function variablesBefore(node: ModdleNode): readonly string[] {
  const found = new Set<string>();
  for (const at of nodesBefore(node)) {
    for (const name of written(at)) found.add(name);
    if (is(at, 'bpmn:SubProcess'))
      for (const inner of listOf(at, 'flowElements')) written(inner).forEach((name) => found.add(name));
  }
  return [...found];
}

function written(node: ModdleNode): readonly string[] {
  const result = is(node, 'bpmn:ScriptTask') ? textOf(node, 'dw:resultVariable') : '';
  const decided = is(node, 'bpmn:BusinessRuleTask') ? (namedDecision(node)?.resultVariable ?? '') : '';
  const outputs = extensionsOf(node, 'dw:Connector').flatMap((connector) => listOf(connector, 'outputs'));
  const given = [...extensionsOf(node, 'dw:Io').flatMap((io) => listOf(io, 'outputs')), ...outputs];
  const results = textOf(nodeOf(node, 'loopCharacteristics'), 'dw:outputCollection');
  const names = [...formFieldKeys(node), ...given.map((output) => textOf(output, 'name')), result, decided, results];
  return names.filter((name) => name !== '');
}
