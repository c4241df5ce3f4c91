import { extensionsOf, is, listOf, type ModdleNode, nodeOf, textOf } from '../../../diagram/moddle.ts';
import { formFieldKeys } from './formFieldKeys.ts';

/**
 * The variables that may be known where a node stands: what the forms, scripts and services on any way to it have put
 * down. Takes a flow node; answers the names, nearest first.
 */
export function variablesBefore(node: ModdleNode): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<ModdleNode>();
  const queue: ModdleNode[] = [node];
  for (let at = queue.shift(); at; at = queue.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const name of written(at)) found.add(name);
    if (is(at, 'bpmn:SubProcess'))
      for (const inner of listOf(at, 'flowElements')) written(inner).forEach((name) => found.add(name));
    for (const flow of listOf(at, 'incoming')) {
      const source = nodeOf(flow, 'sourceRef');
      if (source) queue.push(source);
    }
    const host = is(at, 'bpmn:BoundaryEvent') ? nodeOf(at, 'attachedToRef') : null;
    if (host) queue.push(host);
    if (at.$parent && is(at.$parent, 'bpmn:SubProcess')) queue.push(at.$parent);
  }
  return [...found];
}

function written(node: ModdleNode): readonly string[] {
  const result = is(node, 'bpmn:ScriptTask') ? textOf(node, 'dw:resultVariable') : '';
  const outputs = extensionsOf(node, 'dw:Connector').flatMap((connector) => listOf(connector, 'outputs'));
  const given = [...extensionsOf(node, 'dw:Io').flatMap((io) => listOf(io, 'outputs')), ...outputs];
  const results = textOf(nodeOf(node, 'loopCharacteristics'), 'dw:outputCollection');
  const names = [...formFieldKeys(node), ...given.map((output) => textOf(output, 'name')), result, results];
  return names.filter((name) => name !== '');
}
