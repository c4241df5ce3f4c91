import { createEvaluator, type Evaluator } from '@dealwright/expression';
import { createPerson } from '@dealwright/sales';
import { query, type Store } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ModelService, Viewer } from '../Services.ts';
import { createTestPlatform } from '../testing/testPlatform.ts';
import { createModelService } from './createModelService.ts';

const DISCOUNT = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="n">
<decision id="class" name="Class"><variable name="class" /><literalExpression><text>if amount > 100 then "large" else "small"</text></literalExpression></decision>
<decision id="level" name="Level"><variable name="level" />
  <informationRequirement><requiredDecision href="#class" /></informationRequirement>
  <decisionTable hitPolicy="UNIQUE">
    <input label="Class"><inputExpression><text>class</text></inputExpression></input>
    <input label="Discount"><inputExpression typeRef="number"><text>deal.discount</text></inputExpression></input>
    <output name="level" typeRef="string" />
    <rule><inputEntry><text>"large"</text></inputEntry><inputEntry><text>&gt; 10</text></inputEntry><outputEntry><text>"director"</text></outputEntry></rule>
    <rule><inputEntry><text>-</text></inputEntry><inputEntry><text>&lt;= 20</text></inputEntry><outputEntry><text>"manager"</text></outputEntry></rule>
  </decisionTable></decision></definitions>`;
const FILE = { name: 'discount.dmn', xml: DISCOUNT };

eachDatabase('the decisions of a model', (open) => {
  let store: Store;
  let evaluator: Evaluator;
  let models: ModelService;
  let mia: Viewer;
  let id: string;
  beforeAll(() => {
    evaluator = createEvaluator();
  });
  afterAll(() => evaluator.dispose());
  beforeEach(async () => {
    store = await open();
    await query(store.em(), 'truncate model, deployment, audit, person cascade');
    const platform = createTestPlatform(store, { evaluator });
    models = createModelService(platform);
    const person = await createPerson(platform, {
      actorId: null,
      name: 'Mia',
      email: 'mia@example.com',
      roles: ['manager'],
      groups: [],
      managerId: null,
      teamName: null,
    });
    mia = { personId: person.id, roles: ['manager'] };
    const model = await models.create(mia, { name: 'Sale', from: { kind: 'blank' } });
    ({ id } = model);
    await models.saveDecisions(mia, { id, revision: model.revision, files: [FILE] });
  });

  it('one is shown with what it requires and what it asks for', async () => {
    const shown = await models.decision({ id, decisionId: 'level' });
    expect(shown).toMatchObject({
      file: 'discount.dmn',
      decision: { id: 'level', logic: { kind: 'table', hitPolicy: 'UNIQUE' } },
      required: [{ id: 'class' }],
    });
    expect(shown.inputs.map(({ path, label }) => [path.join('.'), label])).toEqual([
      ['deal.discount', 'Discount'],
      ['amount', 'amount'],
    ]);
    await expect(models.decision({ id, decisionId: 'none' })).rejects.toMatchObject({ problem: { code: 'not-found' } });
  });

  it('so is one of a version, after the draft lost it', async () => {
    await query(
      store.em(),
      `insert into deployment (id, model_id, process_id, version, xml, note, deployed_at, decisions)
       select 'v1', id, process_id, 1, draft_xml, 'first', updated_at, draft_decisions from model where id = $1`,
      [id],
    );
    await models.saveDecisions(mia, { id, revision: 2, files: [] });
    expect(await models.decisions({ id })).toEqual([]);
    expect((await models.decisions({ deploymentId: 'v1' })).map((choice) => choice.id)).toEqual(['class', 'level']);
    expect(await models.decision({ deploymentId: 'v1', decisionId: 'class' })).toMatchObject({ required: [] });
  });

  describe('tried out', () => {
    it('gives its result', async () => {
      const variables = { amount: 500, deal: { discount: 30 } };
      expect(await models.tryDecision({ id, decisionId: 'level', variables })).toEqual({ result: 'director' });
    });

    it('says in words why it has none', async () => {
      const variables = { amount: 500, deal: { discount: 15 } };
      await expect(models.tryDecision({ id, decisionId: 'level', variables })).rejects.toMatchObject({
        refusal: 'UNPROCESSABLE_CONTENT',
        problem: {
          code: 'decision-failed',
          message: { en: expect.stringContaining('Level'), zh: expect.stringContaining('规则') },
        },
      });
    });

    it('is refused where it is not there', async () => {
      await expect(models.tryDecision({ id, decisionId: 'x', variables: {} })).rejects.toMatchObject({
        problem: { code: 'decision-unknown' },
      });
    });
  });

  it('the lint misses what the deployment would miss, and nothing where no model is named', async () => {
    const task = (decision: string) =>
      `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t"><bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s" /><bpmn:businessRuleTask id="rule" camunda:decisionRef="${decision}" camunda:resultVariable="r" /><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="rule" /></bpmn:process></bpmn:definitions>`;
    const missing = async (input: { xml: string; id?: string }) =>
      (await models.validate(input))
        .filter(({ rule }) => rule === 'decision-unknown')
        .map(({ elementId }) => elementId);
    expect(await missing({ xml: task('level'), id })).toEqual([]);
    expect(await missing({ xml: task('other'), id })).toEqual(['rule']);
    expect(await missing({ xml: task('other') })).toEqual([]);
  });
});
