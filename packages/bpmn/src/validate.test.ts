import { describe, expect, it } from 'vitest';
import { parseModel } from './parse/parseModel.ts';
import { cpuMs } from './test/cpuMs.ts';
import { findings } from './test/findings.ts';
import { bpmn } from './test/sampleModel.ts';
import { condition, END, flow, START } from './test/snippets.ts';
import { validate } from './validate.ts';

describe('validate', () => {
  it('refuses a flow between two pools', async () => {
    const other = '<bpmn:process id="q"><bpmn:startEvent id="qs" /><bpmn:task id="qt" /></bpmn:process>';
    expect(await findings(bpmn(START + END + flow('f', 's', 'e') + flow('x', 's', 'qt'), { root: other }))).toContain(
      'error flow-crosses-pool x',
    );
  });

  it('hands every expression to the check', async () => {
    const seen: string[] = [];
    const xml = bpmn(
      START +
        '<bpmn:exclusiveGateway id="g" default="i" />' +
        END +
        flow('f', 's', 'g') +
        flow('h', 'g', 'e', condition('=discount &gt;')) +
        flow('i', 'g', 'e'),
    );
    const found = await findings(xml, {
      checkExpression(expression) {
        seen.push(expression);
        return { en: 'something is missing', zh: '缺少内容' };
      },
    });
    expect(seen).toEqual(['discount >']);
    expect(found).toEqual(['error expression-syntax h']);
  });

  it('says what is wrong with an expression in one language at a time', async () => {
    const xml = bpmn(
      START +
        '<bpmn:exclusiveGateway id="g" />' +
        END +
        flow('f', 's', 'g') +
        flow('h', 'g', 'e', condition('=a &gt;')),
    );
    const problems = validate(await parseModel(xml), {
      checkExpression: () => ({ en: 'something is missing', zh: '缺少内容' }),
    });
    const { en, zh } = problems.find(({ rule }) => rule === 'expression-syntax')?.message ?? { en: '', zh: '' };
    expect([en.includes('something is missing'), en.includes('缺少内容')]).toEqual([true, false]);
    expect([zh.includes('缺少内容'), zh.includes('something is missing')]).toEqual([true, false]);
  });

  it('judges 1,000 nodes with loops within a second of processor time', async () => {
    const parts = [START];
    for (let i = 0; i < 1000; i += 1) {
      parts.push(
        `<bpmn:exclusiveGateway id="n${i}" />`,
        flow(`f${i}`, i === 0 ? 's' : `n${i - 1}`, `n${i}`),
        flow(`b${i}`, `n${i}`, `n${Math.floor(i / 2)}`, condition('x')),
      );
    }
    const model = await parseModel(bpmn(parts.join('\n')));
    expect(await cpuMs(() => validate(model))).toBeLessThan(1000);
  });
});
