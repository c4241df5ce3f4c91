import { expect, it } from 'vitest';
import { indexModel } from '../ModelIndex.ts';
import { parseModel } from '../parse/parseModel.ts';
import { cpuMs } from '../test/cpuMs.ts';
import { bpmn } from '../test/sampleModel.ts';
import { Foreign } from './Foreign.ts';
import { readDialects } from './readDialects.ts';

const file = (attributes: string, extensions: string) =>
  bpmn(
    `<bpmn:userTask id="a" ${attributes}><bpmn:extensionElements>${extensions}</bpmn:extensionElements></bpmn:userTask>`,
    { namespaces: 'xmlns:v="http://camunda.org/schema/1.0/bpmn" xmlns:w="urn:w"' },
  );
const elementOf = async (xml: string) => {
  const model = await parseModel(xml);
  const element = indexModel(model).byId.get('a');
  if (!element) throw new Error('no element');
  return { model, element };
};

it('names what nobody has taken, and what was left again, each once', async () => {
  const { element } = await elementOf(file('v:a="1" v:b="2" v:c=" " w:d="4"', '<v:e /><v:e /><v:f /><w:g /><v:h />'));
  const foreign = new Foreign(element, 'v');
  expect(foreign.attribute('a')).toBe('1');
  expect(foreign.attribute('c')).toBeUndefined();
  expect(foreign.elements('f')).toHaveLength(1);
  foreign.ignore(['h', 'nothing']);
  foreign.leave('f', 'x');
  foreign.leave('f', 'x');
  expect(foreign.unmapped()).toEqual(['v:b', 'v:e', 'v:f (x)']);
});

it('takes time in proportion to what there is to read', async () => {
  const many = (count: number) =>
    elementOf(
      file(
        `v:candidateGroups="${'${'.repeat(count)}"`,
        '<v:taskListener /><v:formData businessKey="k" />'.repeat(count),
      ),
    );
  const { model, element } = await many(20_000);
  const used = await cpuMs(() => {
    expect(readDialects(element, model.prefixes).unmapped).toEqual([
      'v:taskListener',
      'v:candidateGroups',
      'v:formData (businessKey)',
    ]);
  });
  expect(used).toBeLessThan(1000);
});
