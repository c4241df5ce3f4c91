import { expect, test } from 'vitest';
import { parseModel } from '../../packages/bpmn/src/index.ts';
import { elementsOf, make, processesOf, replaceBy, rewriteModel } from './modelTree.ts';
import { file, flows } from './testing/model.ts';

const FILE =
  file(`<collaboration id="c"><participant id="a" processRef="p"/><participant id="b" processRef="q"/></collaboration>
  <process id="p"><startEvent id="s"/><scriptTask id="t" name="T" startQuantity="2"><standardLoopCharacteristics loopMaximum="3"/></scriptTask>
  <boundaryEvent id="e" attachedToRef="t"><errorEventDefinition/></boundaryEvent>${flows('s > t')}</process><process id="q"/>`);

test('an element put in another’s place keeps its id, what both have, and what refers to it', async () => {
  const xml = await rewriteModel(FILE, (definitions) => {
    const task = [...elementsOf(definitions)].find((element) => element.$type === 'bpmn:ScriptTask');
    if (task) replaceBy(task, 'bpmn:SubProcess', { flowElements: [make('bpmn:StartEvent', { id: 'inside' })] });
  });
  expect(xml).toMatch(
    /<subProcess id="t" name="T" startQuantity="2">\s*<standardLoopCharacteristics loopMaximum="3" \/>\s*<startEvent id="inside" \/>/,
  );
  expect(xml).toContain('attachedToRef="t"');
  expect(xml).toContain('targetRef="t"');
});

test('processes that are only drawn as a closed pool are none to run', async () => {
  expect(processesOf(await parseModel(FILE)).map((process) => process.get('id'))).toEqual(['p']);
});
