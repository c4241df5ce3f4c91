import { expect, it } from 'vitest';
import { compile } from './compile/compile.ts';
import { diffModels } from './diffModels.ts';
import { parseModel } from './parse/parseModel.ts';
import { SIMPLE } from './test/sampleModel.ts';

const graph = async (xml: string) => compile(await parseModel(xml));

it('finds no difference in the same model', async () => {
  const none = { added: [], removed: [], changed: [] };
  expect(diffModels(await graph(SIMPLE), await graph(SIMPLE))).toEqual({ nodes: none, flows: none, process: [] });
});

it('names what was added, removed and changed, and in what', async () => {
  const changed = SIMPLE.replace('name="Sale"', 'name="Deal"')
    .replace(
      '<bpmn:userTask id="call" name="Call" />',
      '<bpmn:manualTask id="new" /><bpmn:userTask id="call" name="Phone" dw:sla="P1D" />',
    )
    .replace('targetRef="call"', 'targetRef="new"')
    .replace(/<bpmn:endEvent id="end" \/>|<bpmn:sequenceFlow id="f2"[^>]*>/g, '');
  expect(diffModels(await graph(SIMPLE), await graph(changed))).toEqual({
    nodes: { added: ['new'], removed: ['end'], changed: [{ id: 'call', properties: ['name', 'business.sla'] }] },
    flows: { added: [], removed: ['f2'], changed: [{ id: 'f1', properties: ['target'] }] },
    process: ['name'],
  });
});
