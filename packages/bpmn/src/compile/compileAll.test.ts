import { expect, it } from 'vitest';
import { parseModel } from '../parse/parseModel.ts';
import { bpmn } from '../test/sampleModel.ts';
import { START } from '../test/snippets.ts';
import { compileAll } from './compileAll.ts';

async function processes(others: string): Promise<string[]> {
  const graphs = compileAll(await parseModel(bpmn(START, { root: others })));
  return graphs.map((graph) => graph.processId);
}

it('gives every process that is marked executable, in the order of the file', async () => {
  const marked = '<bpmn:process id="a" isExecutable="true"><bpmn:startEvent id="as" /></bpmn:process>';
  const customer = '<bpmn:process id="c"><bpmn:startEvent id="cs" /></bpmn:process>';
  expect(await processes(marked + customer)).toEqual(['a', 'p']);
});
