import { expect, test } from 'vitest';
import { readTexts, withText, writeTexts } from './labelTexts.ts';
import { carrying, create, throughFile } from '../../../testing/testModel.ts';

test('texts come back from a file in their languages, labels apart from playbooks', async () => {
  const values = [
    ...writeTexts({ en: 'Call', zh: '致电' }, 'dw:Label', create),
    ...writeTexts({ zh: '先问预算' }, 'dw:Playbook', create),
  ];
  const task = await throughFile(carrying('bpmn:UserTask', values));
  expect(readTexts(task, 'dw:Label')).toEqual({ en: 'Call', zh: '致电' });
  expect(readTexts(task, 'dw:Playbook')).toEqual({ zh: '先问预算' });
});

test('an empty text takes its language away', () => {
  expect(withText({ en: 'Call', zh: '致电' }, 'zh', '  ')).toEqual({ en: 'Call' });
});
