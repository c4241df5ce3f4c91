import type { ConnectorDefinition } from '@dealwright/bpmn/types';
import { extensionsOf, listOf, type ModdleNode, textOf } from '../../../diagram/moddle.ts';
import type { Create } from './Create.ts';

const MAX_RETRIES = 3;

/** What a service task calls; null when the model says nothing. */
export function readConnector(node: ModdleNode): ConnectorDefinition | null {
  const [found] = extensionsOf(node, 'dw:Connector');
  if (!found) return null;
  const retries = found.get('retries');
  const priority = found.get('priority');
  const mappings = (property: string) =>
    listOf(found, property).map((one) => ({ name: textOf(one, 'name'), value: textOf(one, 'value') }));
  return {
    type: textOf(found, 'type'),
    retries: typeof retries === 'number' ? retries : MAX_RETRIES,
    backoff: textOf(found, 'backoff') || 'PT1M',
    ...(typeof priority === 'number' ? { priority } : {}),
    inputs: mappings('inputs'),
    outputs: mappings('outputs'),
  };
}

/** The extension element; nothing when no connector is chosen. */
export function writeConnector(connector: ConnectorDefinition, create: Create): ModdleNode[] {
  if (connector.type === '') return [];
  return [
    create('dw:Connector', {
      type: connector.type,
      retries: connector.retries,
      backoff: connector.backoff,
      ...(connector.priority === undefined ? {} : { priority: connector.priority }),
      inputs: connector.inputs.map((input) => create('dw:Input', input)),
      outputs: connector.outputs.map((output) => create('dw:Output', output)),
    }),
  ];
}
