import { expect, it } from 'vitest';
import { parseModel } from './parse/parseModel.ts';
import { processNames, renameProcess } from './processNames.ts';
import { many } from './moddle/BpmnElement.ts';
import { bpmn } from './test/sampleModel.ts';
import { writeModel } from './writeModel.ts';

const LABELS =
  '<bpmn:extensionElements><dw:label lang="en">Sale</dw:label><dw:label lang="zh">销售</dw:label>' +
  '<dw:kpi id="k" measure="winRate" unit="percent" /></bpmn:extensionElements>';

it('reads the labels of a process; another name takes them away and leaves the rest', async () => {
  const parsed = await parseModel(bpmn(LABELS));
  const process = many(parsed.definitions, 'rootElements').find((element) => element.$type === 'bpmn:Process');
  if (!process) throw new Error('no process');
  expect(processNames(process).labels).toEqual({ en: 'Sale', zh: '销售' });
  renameProcess(process, 'Mine');
  expect(processNames(process)).toEqual({ name: 'Mine', labels: {} });
  expect(await writeModel(parsed)).toContain('measure="winRate"');
});
