import { expect, test } from 'vitest';
import { readConnector, writeConnector } from './connector.ts';
import { carrying, create, throughFile } from '../../../testing/testModel.ts';

test('a connector with its mappings comes back from a file as it went in', async () => {
  const connector = {
    type: 'notify',
    retries: 5,
    backoff: 'PT5M',
    priority: 7,
    inputs: [{ name: 'to', value: '"owner"' }],
    outputs: [{ name: 'sent', value: 'result.count' }],
  };
  const task = await throughFile(carrying('bpmn:ServiceTask', writeConnector(connector, create)));
  expect(readConnector(task)).toEqual(connector);
});

test('no type, no connector', () => {
  expect(writeConnector({ type: '', retries: 3, backoff: 'PT1M', inputs: [], outputs: [] }, create)).toEqual([]);
});
