import { validate, parseModel } from '@dealwright/bpmn';
import { createEvaluator } from '@dealwright/expression';
import { createRuntime } from '@dealwright/runtime';
import { createPerson } from '@dealwright/sales';
import { query, type Store } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ModelService, Viewer } from '../Services.ts';
import { createTestPlatform, type TestPlatform } from '../testing/testPlatform.ts';
import { blankModel } from './blankModel.ts';
import { createModelService } from './createModelService.ts';
import { processIdFrom } from './freeProcessId.ts';

eachDatabase('models', (open) => {
  let store: Store;
  let platform: TestPlatform;
  let models: ModelService;
  let mia: Viewer;
  let max: Viewer;
  beforeEach(async () => {
    store = await open();
    const xml = blankModel('fast-sale', 'Fast sale');
    platform = createTestPlatform(store, {
      templates: [{ key: 'fast-sale', processId: 'fast-sale', name: {}, description: {}, xml, decisions: [] }],
    });
    models = createModelService(platform);
    mia = await manager('Mia');
    max = await manager('Max');
  });
  const manager = async (name: string): Promise<Viewer> => {
    const facts = { email: `${name}@example.com`, roles: ['manager'] as const, groups: [], managerId: null };
    const { id } = await createPerson(platform, { name, ...facts, teamName: null, actorId: null });
    return { personId: id, roles: ['manager'] };
  };
  const rows = async () => query(store.em(), 'select * from model order by id');

  it('starts a blank one that can be deployed as it is, without a single warning', async () => {
    const model = await models.create(mia, { name: '大客户 "A" & <B>', from: { kind: 'blank' } });
    expect(model).toMatchObject({ name: '大客户 "A" & <B>', revision: 1, latestVersion: null, draftChanged: true });
    const problems = validate(await parseModel(model.xml));
    expect(problems).toEqual([]);
    const another = await models.create(mia, { name: '大客户 "A" & <B>', from: { kind: 'blank' } });
    expect(another.processId).not.toBe(model.processId);
  });

  it('keeps the process id of a template as long as it is free, and says so in the drawing when it is not', async () => {
    const first = await models.create(mia, { name: 'One', from: { kind: 'template', key: 'fast-sale' } });
    const second = await models.create(mia, { name: 'Two', from: { kind: 'template', key: 'fast-sale' } });
    expect([first.processId, second.processId]).toEqual(['fast-sale', 'fast-sale-2']);
    expect(second.xml).toContain('processRef="fast-sale-2"');
    expect(second.xml).toContain('dw:outcome="won"');
    await expect(models.create(mia, { name: 'X', from: { kind: 'template', key: 'none' } })).rejects.toMatchObject({
      refusal: 'NOT_FOUND',
    });
  });

  it('keeps the decisions of a draft, tells what they decide, and restores them with a version', async () => {
    const dmn = (value: number) =>
      `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="n">
<decision id="d" name="Discount"><literalExpression><text>${value}</text></literalExpression></decision></definitions>`;
    const model = await models.create(mia, { name: 'Rules', from: { kind: 'blank' } });
    const { id } = model;
    expect(model.decisions).toEqual([]);
    const one = [{ name: 'discount.dmn', xml: dmn(1) }];
    const saved = await models.saveDecisions(mia, { id, revision: model.revision, files: one });
    expect(saved).toEqual({
      revision: 2,
      choices: [{ id: 'd', name: 'Discount', file: 'discount.dmn', variable: 'Discount' }],
    });
    expect(await models.decisions({ id })).toEqual(saved.choices);
    await query(
      store.em(),
      `insert into deployment (id, model_id, process_id, version, xml, note, deployed_at, decisions)
       select 'v1', id, process_id, 1, draft_xml, 'first', updated_at, draft_decisions from model where id = $1`,
      [id],
    );
    expect(await models.get(id)).toMatchObject({ decisions: one, draftChanged: false });
    await expect(models.saveDecisions(mia, { id, revision: 1, files: [] })).rejects.toMatchObject({
      problem: { code: 'draft-conflict' },
    });
    await expect(
      models.saveDecisions(mia, { id, revision: 2, files: [{ name: 'x.dmn', xml: '<a/>' }] }),
    ).rejects.toMatchObject({
      code: 'model-refused',
      problems: [{ message: { en: 'x.dmn: The file is not a DMN model.' } }],
    });
    await models.saveDecisions(mia, { id, revision: 2, files: [] });
    expect(await models.get(id)).toMatchObject({ decisions: [], draftChanged: true });
    await models.restoreDraft(mia, 'v1');
    expect(await models.get(id)).toMatchObject({ decisions: one, draftChanged: false });
  });

  it('takes a file as it is, and refuses one whose process there is already', async () => {
    const xml = blankModel('mine', 'Mine');
    const model = await models.create(mia, { name: 'Mine', from: { kind: 'file', xml } });
    expect(model.xml).toBe(xml);
    await expect(models.create(mia, { name: 'Again', from: { kind: 'file', xml } })).rejects.toMatchObject({
      problem: { code: 'process-id-taken', place: { elementId: 'mine' } },
    });
    expect(await rows()).toHaveLength(1);
  });

  it('knows a process by its labels, and by the name that a person gave it', async () => {
    const labels =
      '<dw:label lang="en">Fast sale</dw:label><dw:label lang="zh">快速销售</dw:label>\n      <dw:stages recordType="deal">';
    const xml = blankModel('labelled', 'Fast sale').replace('<dw:stages recordType="deal">', labels);
    const template = { key: 'labelled', processId: 'labelled', name: {}, description: {}, xml, decisions: [] };
    models = createModelService({ ...platform, templates: [template] });
    const asIs = await models.create(mia, { name: '快速销售', from: { kind: 'template', key: 'labelled' } });
    expect(asIs).toMatchObject({ xml, labels: { en: 'Fast sale', zh: '快速销售' } });
    const own = await models.create(mia, { name: 'Ours', from: { kind: 'template', key: 'labelled' } });
    expect(own).toMatchObject({ name: 'Ours', labels: {} });
    expect(own.xml).not.toContain('快速销售');
    const saved = own.xml.replace(/<dw:stages[^>]*>/, '<dw:label lang="zh">咱们的</dw:label>$&');
    await models.saveDraft(mia, { id: own.id, xml: saved, revision: 1 });
    const listed = await models.list();
    expect(listed.find((model) => model.id === own.id)?.labels).toEqual({ zh: '咱们的' });
  });

  describe('saving a draft', () => {
    it('refuses a stale revision, naming who saved and when, and loses neither draft', async () => {
      const model = await models.create(mia, { name: 'M', from: { kind: 'blank' } });
      platform.time += 60_000;
      const byMax = model.xml.replace('Follow up', 'Call');
      expect(await models.saveDraft(max, { id: model.id, xml: byMax, revision: 1 })).toEqual({ revision: 2 });
      const stale = models.saveDraft(mia, { id: model.id, xml: model.xml, revision: 1 });
      await expect(stale).rejects.toMatchObject({
        refusal: 'CONFLICT',
        problem: {
          code: 'draft-conflict',
          details: { by: { id: max.personId, name: 'Max' }, at: '2026-01-05T08:01:00.000Z', revision: 2 },
        },
      });
      expect((await models.get(model.id)).xml).toBe(byMax);
    });

    it('lets one of two that save at once through', async () => {
      const model = await models.create(mia, { name: 'M', from: { kind: 'blank' } });
      const saves = [mia, max].map((viewer) => models.saveDraft(viewer, { id: model.id, xml: model.xml, revision: 1 }));
      const outcomes = (await Promise.allSettled(saves)).map((save) => save.status);
      expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
      expect((await models.get(model.id)).revision).toBe(2);
    });

    it('keeps an unfinished drawing, but not one that cannot be read', async () => {
      const model = await models.create(mia, { name: 'M', from: { kind: 'blank' } });
      const unfinished = model.xml.replace(/<bpmn:sequenceFlow id="Flow_2".*\/>/, '');
      await models.saveDraft(mia, { id: model.id, xml: unfinished, revision: 1 });
      const before = await rows();
      const broken = models.saveDraft(mia, { id: model.id, xml: `${model.xml}<oops`, revision: 2 });
      await expect(broken).rejects.toMatchObject({ code: 'xml-broken', line: expect.any(Number) });
      expect(await rows()).toEqual(before);
    });

    it('writes into the audit trail who began to edit, not every autosave', async () => {
      const model = await models.create(mia, { name: 'M', from: { kind: 'blank' } });
      for (let revision = 1; revision <= 5; revision += 1)
        await models.saveDraft(max, { id: model.id, xml: model.xml, revision });
      const trail = await query<{ action: string; actor_id: string }>(
        store.em(),
        `select action, actor_id from audit where subject_id = $1 order by id`,
        [model.id],
      );
      expect(trail).toEqual([
        { action: 'model.create', actor_id: mia.personId },
        { action: 'model.edit-draft', actor_id: max.personId },
      ]);
      expect(platform.told.filter((event) => event.kind === 'models')).toHaveLength(6);
    });
  });

  it('deploys what else is in a file, and shows its versions where that process has a model of its own', async () => {
    const { em, now, newId } = platform;
    const assign = async () => ({ assigneeId: null, candidates: ['g:sales'] });
    const evaluator = createEvaluator();
    const runtime = createRuntime({ em, now, newId, assign, evaluator, connectors: {}, serverId: 'test' });
    models = createModelService({ ...platform, runtime });
    const own = await models.create(mia, { name: 'Shop', from: { kind: 'file', xml: blankModel('shop', 'Shop') } });
    await models.deploy(mia, { id: own.id, revision: 1, note: 'alone' });
    const beside =
      '<bpmn:process id="shop" isExecutable="true"><bpmn:startEvent id="s" /><bpmn:userTask id="u" /><bpmn:endEvent id="e" />' +
      '<bpmn:sequenceFlow id="f" sourceRef="s" targetRef="u" /><bpmn:sequenceFlow id="g" sourceRef="u" targetRef="e" /></bpmn:process>';
    const xml = blankModel('seller', 'Seller').replace('</bpmn:process>', `</bpmn:process>${beside}`);
    const both = await models.create(mia, { name: 'Seller', from: { kind: 'file', xml } });
    const deployed = await models.deploy(mia, { id: both.id, revision: 1, note: 'together' });
    expect(deployed.processes).toMatchObject([
      { processId: 'seller', version: 1 },
      { processId: 'shop', version: 2 },
    ]);
    expect((await models.versions(own.id)).map(({ version, note }) => [version, note])).toEqual([
      [2, 'together'],
      [1, 'alone'],
    ]);
    expect(await models.versions(both.id)).toMatchObject([{ version: 1 }]);
    expect(await models.get(own.id)).toMatchObject({ latestVersion: 2, draftChanged: true });
    const [newest] = await models.versions(own.id);
    await expect(models.restoreDraft(mia, newest?.deploymentId ?? '')).rejects.toMatchObject({
      problem: { code: 'process-id-fixed' },
    });
    expect((await models.get(own.id)).xml).toBe(own.xml);
  });

  it('lints a drawing that cannot be read like any other', async () => {
    expect(await models.validate({ xml: '<bpmn' })).toMatchObject([{ severity: 'error', line: 1 }]);
  });
});

it('makes process ids that XML takes', () => {
  expect(processIdFrom('Großkunden & Verträge 2026')).toBe('gro-kunden-vertra-ge-2026');
  expect(processIdFrom('2026 sale')).toBe('process-2026-sale');
  expect(processIdFrom('大客户')).toBe('process');
});
