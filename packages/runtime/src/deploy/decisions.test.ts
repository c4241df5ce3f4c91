import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { flows, model } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

const discount = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="defs" name="defs" namespace="urn:test">
  <decision id="discount" name="Discount">
    <decisionTable hitPolicy="FIRST">
      <input><inputExpression typeRef="number"><text>amount</text></inputExpression></input>
      <output name="percent" typeRef="number" />
      <rule><inputEntry><text>&gt; 100</text></inputEntry><outputEntry><text>10</text></outputEntry></rule>
      <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>for x in [1] return x</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`;
const file = { name: 'discount.dmn', xml: discount };

const sale = (decision = 'discount') =>
  model(`
    <bpmn:startEvent id="start" />
    <bpmn:businessRuleTask id="rule" name="Discount" dw:decision="${decision}" dw:decisionResult="percent" />
    <bpmn:userTask id="offer" />
    <bpmn:endEvent id="end" />
    ${flows('start>rule>offer>end')}`);

eachDatabase('decisions', (open) => {
  let t: TestRuntime;
  beforeAll(async () => {
    const store = await open();
    await emptyTables(store);
    t = await openRuntime(store);
  });
  const variables = async () => {
    const [row] = await t.rows<{ vars: unknown }>(
      `select state -> 'scopes' -> 0 -> 'vars' as vars from instance order by started_at desc, id desc limit 1`,
    );
    return row?.vars;
  };

  describe('a business rule task', () => {
    it('runs the decision that was deployed with its drawing', async () => {
      const deployed = await t.runtime.deploy({ xml: sale(), decisions: [file], note: '', actorId: null });
      expect(deployed.warnings.filter(({ severity }) => severity === 'error')).toEqual([]);
      await t.runtime.start({ processId: 'p', variables: { amount: 500 }, actorId: null });
      expect(await variables()).toEqual({ amount: 500, percent: 10 });
    });

    it('runs one that could take long off the transaction, with the same result', async () => {
      await t.runtime.start({ processId: 'p', variables: { amount: 5 }, actorId: null });
      // a list of one, where a number is wanted, is its element (DMN 1.3, 10.3.2.9.4)
      expect(await variables()).toEqual({ amount: 5, percent: 1 });
    });

    it('keeps the decisions of its version when others are deployed', async () => {
      const { instanceId } = await t.runtime.start({ processId: 'p', variables: { amount: 500 }, actorId: null });
      const changed = { ...file, xml: discount.replace('<text>10</text>', '<text>20</text>') };
      await t.runtime.deploy({ xml: sale(), decisions: [changed], note: '', actorId: null });
      await t.runtime.start({ processId: 'p', variables: { amount: 500 }, actorId: null });
      expect(await variables()).toEqual({ amount: 500, percent: 20 });
      const [old] = await t.rows<{ vars: unknown }>(
        `select state -> 'scopes' -> 0 -> 'vars' as vars from instance where id = $1`,
        [instanceId],
      );
      expect(old?.vars).toEqual({ amount: 500, percent: 10 });
    });
  });

  it.each([
    ['a decision that is not there', sale('other'), [file], 'decision-unknown'],
    ['no file at all', sale(), [], 'decision-unknown'],
    ['a file that is no DMN', sale(), [{ name: 'x.dmn', xml: '<a/>' }], 'dmn-missing'],
    ['the same decision twice', sale(), [file, { ...file, name: 'copy.dmn' }], 'id-duplicate'],
  ])('refuses %s, and deploys nothing', async (_what, xml, decisions, rule) => {
    const before = await t.rows('select id from deployment');
    await expect(t.runtime.deploy({ xml, decisions, note: '', actorId: null })).rejects.toMatchObject({
      code: 'model-refused',
      problems: expect.arrayContaining([expect.objectContaining({ rule, severity: 'error' })]) as unknown,
    });
    expect(await t.rows('select id from deployment')).toEqual(before);
  });
});
