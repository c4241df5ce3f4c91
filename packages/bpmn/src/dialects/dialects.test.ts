import { expect, it } from 'vitest';
import { parseModel } from '../parse/parseModel.ts';
import { readNode } from '../test/readNode.ts';
import { bpmn } from '../test/sampleModel.ts';
import { writeModel } from '../writeModel.ts';

const NAMESPACES = 'xmlns:c7="http://camunda.org/schema/1.0/bpmn" xmlns:z="http://camunda.org/schema/zeebe/1.0"';
const BOTH = bpmn(
  `<bpmn:userTask id="a" c7:assignee="\${owner}" c7:priority="5">
     <bpmn:extensionElements>
       <c7:inputOutput><c7:inputParameter name="x"><c7:map><c7:entry key="k">v</c7:entry></c7:map></c7:inputParameter></c7:inputOutput>
       <z:ioMapping><z:output source="=y" target="z" /></z:ioMapping>
       <z:taskHeaders><z:header key="h" value="1" /></z:taskHeaders>
       <q:unknown xmlns:q="urn:somebody" w="1"><q:inner>text</q:inner></q:unknown>
     </bpmn:extensionElements>
   </bpmn:userTask>`,
  { namespaces: NAMESPACES },
);

it('reads what each vendor says of an element, whatever its prefix', async () => {
  const { node, unmapped } = await readNode(BOTH, 'a');
  expect(node).toMatchObject({
    business: { assignment: { rule: 'expression', value: 'owner' } },
    inputs: [{ name: 'x', value: '{"k": "v"}' }],
    outputs: [{ name: 'z', value: 'y' }],
  });
  expect(unmapped).toEqual(['c7:priority', 'z:taskHeaders']);
});

it('reads nothing where the file does not declare the namespace', async () => {
  const { node, unmapped } = await readNode(bpmn('<bpmn:userTask id="a" camunda:assignee="kim" />'), 'a');
  expect(node.business.assignment).toBeNull();
  expect(unmapped).toEqual([]);
});

it('loses nothing when the model is written back', async () => {
  const written = await writeModel(await parseModel(BOTH));
  for (const piece of [
    'c7:assignee="${owner}"',
    'c7:priority="5"',
    '<c7:entry key="k">v</c7:entry>',
    '<z:output source="=y" target="z" />',
    '<z:header key="h" value="1" />',
    '<q:inner>text</q:inner>',
  ]) {
    expect(written).toContain(piece);
  }
});
