import { expect, it } from 'vitest';
import { readNode } from '../test/readNode.ts';
import { bpmn } from '../test/sampleModel.ts';

const IO = `<bpmn:ioSpecification id="io">
    <bpmn:dataInput id="in" name="everybody" isCollection="true" /><bpmn:dataOutput id="out" name="results" isCollection="true" />
    <bpmn:inputSet id="is"><bpmn:dataInputRefs>in</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet id="os"><bpmn:dataOutputRefs>out</bpmn:dataOutputRefs></bpmn:outputSet>
  </bpmn:ioSpecification>`;
const LOOP =
  '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopDataInputRef>in</bpmn:loopDataInputRef><bpmn:loopDataOutputRef>out</bpmn:loopDataOutputRef><bpmn:inputDataItem id="item" name="person" /><bpmn:outputDataItem id="result" name="answer" /></bpmn:multiInstanceLoopCharacteristics>';
const into = (inside = '') =>
  `<bpmn:dataInputAssociation id="dia"><bpmn:sourceRef>people</bpmn:sourceRef><bpmn:targetRef>in</bpmn:targetRef>${inside}</bpmn:dataInputAssociation>`;
const OUT =
  '<bpmn:dataOutputAssociation id="doa"><bpmn:sourceRef>out</bpmn:sourceRef><bpmn:targetRef>answers</bpmn:targetRef></bpmn:dataOutputAssociation>';
const read = (associations: string) =>
  readNode(
    bpmn(
      `<bpmn:dataObject id="people" /><bpmn:dataObject id="answers" /><bpmn:userTask id="a">${IO}${associations}${LOOP}</bpmn:userTask>`,
    ),
    'a',
  );

it('a collection was looked for by the name of the data input, which no variable has before an instance begins', async () => {
  const { node } = await read(into() + OUT);
  expect(node.loop).toMatchObject({
    collection: 'people',
    inputItem: 'person',
    outputCollection: 'answers',
    outputItem: 'answer',
  });
  expect(node.outputs).toEqual([]);
});

it('a collection may be made by the transformation of its association', async () => {
  const transformation = '<bpmn:transformation>people[active]</bpmn:transformation>';
  expect((await read(into(transformation))).node.loop).toMatchObject({ collection: 'people[active]' });
});

it('without associations, the collections are variables by the names of the data input and output', async () => {
  expect((await read('')).node.loop).toMatchObject({ collection: 'everybody', outputCollection: 'results' });
});
