import { expect, it } from 'vitest';
import { parseModel } from '../parse/parseModel.ts';
import { bpmn } from '../test/sampleModel.ts';
import { compile } from './compile.ts';

it('an implicit throw event of a complex behaviour was taken for a flow node of the process', async () => {
  const xml = bpmn(
    `<bpmn:userTask id="a"><bpmn:multiInstanceLoopCharacteristics behavior="Complex">
       <bpmn:complexBehaviorDefinition id="c"><bpmn:condition xsi:type="bpmn:tFormalExpression">loopCounter = 1</bpmn:condition>
         <bpmn:event id="implicit"><bpmn:signalEventDefinition signalRef="s"/></bpmn:event></bpmn:complexBehaviorDefinition>
     </bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
    { root: '<bpmn:signal id="s" name="told"/>' },
  );
  const { nodes } = compile(await parseModel(xml));
  expect(nodes.map(({ id }) => id)).toEqual(['p', 'a']);
  expect(nodes[1]?.loop).toMatchObject({
    behavior: 'complex',
    complex: [{ condition: 'loopCounter = 1', events: [{ kind: 'signal', name: 'told' }] }],
  });
});
