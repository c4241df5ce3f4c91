import { describe, expect, it } from 'vitest';
import { flows, model } from '../testing/model.ts';
import { judgeModel } from './judgeModel.ts';

const sale = model(`
  <bpmn:startEvent id="start" />
  <bpmn:businessRuleTask id="rule" name="Discount" dw:decision="discount" />
  <bpmn:endEvent id="end" />
  ${flows('start>rule>end')}`);
const dmn = (id: string, text = '1') =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="n">
<decision id="${id}" name="${id}"><literalExpression><text>${text}</text></literalExpression></decision></definitions>`;
const errors = async (...files: { name: string; xml: string }[]) =>
  (await judgeModel(sale, files)).problems.filter(({ severity }) => severity === 'error');

describe('a drawing with its decisions', () => {
  it('has none of its tasks without one', async () => {
    expect(await errors({ name: 'a.dmn', xml: dmn('discount') })).toEqual([]);
    expect(await errors({ name: 'a.dmn', xml: dmn('other') })).toMatchObject([
      { rule: 'decision-unknown', elementId: 'rule', message: { en: expect.stringContaining('there are: other') } },
    ]);
    expect(await errors()).toMatchObject([{ message: { zh: expect.stringContaining('未附加任何 DMN 文件') } }]);
  });

  it('says which file is wrong, and leaves the tasks alone until it is repaired', async () => {
    const found = await errors({ name: 'a.dmn', xml: dmn('discount', '1 +') }, { name: 'b.dmn', xml: '<a/>' });
    expect(found.map(({ rule, elementId }) => [rule, elementId])).toEqual([
      ['decision-syntax', null],
      ['dmn-missing', null],
    ]);
    expect(found.map(({ message }) => message.en)).toEqual([
      expect.stringMatching(/^a\.dmn, line 2: Decision "discount": the expression/),
      expect.stringMatching(/^b\.dmn: /),
    ]);
  });

  it('is not asked for them where they are not known', async () => {
    expect((await judgeModel(sale, null)).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
