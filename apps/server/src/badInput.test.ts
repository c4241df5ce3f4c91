import type { ApiProblem, ModelDetail, Page, TaskRow } from '@dealwright/api/contract';
import { eachDatabase } from '@dealwright/store/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MOST_BYTES } from './app/limitBody.ts';
import { saleXml } from './testing/saleXml.ts';
import { type Answer, type Client, commandId, createTestServer, type TestServer } from './testing/testServer.ts';

interface BadInput {
  readonly name: string;
  /** what must be there before; nothing that it changes counts as changed by the bad input */
  readonly prepare?: (world: World) => Promise<unknown>;
  readonly send: (world: World, prepared: never) => Promise<Answer>;
  readonly status: number;
  readonly code: string;
  /** the place that the problem names, or for a refused model that of its first error */
  readonly place: NonNullable<ApiProblem['place']>;
}
interface World {
  readonly server: TestServer;
  readonly manager: Client;
  readonly rep: Client;
}

/** A drawing is kept as a draft while it is unfinished; what is wrong with it stops its deployment. */
const draft =
  (xml: string) =>
  async ({ manager }: World) =>
    manager.mutate<ModelDetail>('model.create', { name: 'Bad', from: { kind: 'file', xml } });
const deploy = ({ manager }: World, model: ModelDetail) =>
  manager.tryMutate('model.deploy', { id: model.id, revision: model.revision, note: 'bad' });
const upload =
  (xml: string) =>
  ({ manager }: World) =>
    manager.tryMutate('model.create', { name: 'Bad', from: { kind: 'file', xml } });
const lineOf = (xml: string, text: string) => xml.slice(0, xml.indexOf(text)).split('\n').length;

const broken = saleXml({ id: 'broken' }).replace('</bpmn:laneSet>', '</bpmn:laneSat>');
const bomb = saleXml({ id: 'bomb' }).replace(
  '<bpmn:definitions',
  '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n<bpmn:definitions',
);
const unknown = saleXml({ id: 'unknown' }).replace(
  '<bpmn:endEvent id="Won"',
  '<bpmn:teleportTask id="Beam" />\n    <bpmn:endEvent id="Won"',
);
const dangling = saleXml({ id: 'dangling' }).replace('targetRef="Approve"', 'targetRef="Nowhere"');
const noStart = saleXml({ id: 'no-start' })
  .replace(/<bpmn:startEvent.*<\/bpmn:startEvent>/, '')
  .replace('<bpmn:flowNodeRef>Start</bpmn:flowNodeRef>', '')
  .replace(/<bpmn:sequenceFlow id="ToQualify".*\/>/, '')
  .replace('<bpmn:incoming>ToQualify</bpmn:incoming>', '');
const feel = saleXml({ id: 'feel', condition: 'amount &gt; (1000' });
const csv =
  'opportunity_id,product,account,deal_stage,engage_date,close_date,close_value\n1,A,B,Won,2017-01-01,2017-02-01,5\n';

const TABLE: readonly BadInput[] = [
  {
    name: 'broken XML',
    send: upload(broken),
    status: 400,
    code: 'xml-broken',
    place: { line: lineOf(broken, '</bpmn:laneSat>') },
  },
  { name: 'XML bomb', send: upload(bomb), status: 400, code: 'xml-doctype', place: { line: 2 } },
  {
    name: 'unknown element',
    prepare: draft(unknown),
    send: deploy,
    status: 422,
    code: 'model-refused',
    place: { line: lineOf(unknown, '<bpmn:teleportTask') },
  },
  {
    name: 'dangling reference',
    prepare: draft(dangling),
    send: deploy,
    status: 422,
    code: 'model-refused',
    place: { elementId: 'IsLarge', line: lineOf(dangling, '<bpmn:sequenceFlow id="IsLarge"') },
  },
  {
    name: 'process without start',
    prepare: draft(noStart),
    send: deploy,
    status: 422,
    code: 'model-refused',
    place: { elementId: 'no-start', line: lineOf(noStart, '<bpmn:process id="no-start"') },
  },
  {
    name: 'form value of the wrong type',
    async prepare({ rep }) {
      await rep.mutate('deal.start', { processId: 'test-sale', name: 'Deal', commandId: commandId() });
      return (await rep.query<Page<TaskRow>>('task.list', { view: 'mine' })).rows[0];
    },
    send: ({ rep }, task: TaskRow) =>
      rep.tryMutate('task.complete', { id: task.id, values: { deal_value: 'a lot' }, commandId: commandId() }),
    status: 422,
    code: 'form-invalid',
    place: { field: 'deal_value' },
  },
  {
    name: 'text with a character that no database keeps',
    send: ({ rep }) =>
      rep.tryMutate('deal.start', { processId: 'test-sale', name: 'De\u0000al', commandId: commandId() }),
    status: 400,
    code: 'text-not-storable',
    place: { field: 'name' },
  },
  {
    name: 'half of a character, deep in a draft',
    async prepare({ rep }) {
      await rep.mutate('deal.start', { processId: 'test-sale', name: 'Deal', commandId: commandId() });
      return (await rep.query<Page<TaskRow>>('task.list', { view: 'mine' })).rows[0];
    },
    send: ({ rep }, task: TaskRow) => rep.tryMutate('task.saveDraft', { id: task.id, values: { a: ['\ud800'] } }),
    status: 400,
    code: 'text-not-storable',
    place: { field: 'values.a.0' },
  },
  {
    name: 'a deal for somebody else’s pipeline',
    send: ({ rep, manager }) =>
      rep.tryMutate('deal.start', {
        processId: 'test-sale',
        name: 'Deal',
        ownerId: manager.me.id,
        commandId: commandId(),
      }),
    status: 400,
    code: 'owner-not-yours',
    place: { field: 'ownerId' },
  },
  {
    name: 'FEEL syntax error',
    prepare: draft(feel),
    send: deploy,
    status: 422,
    code: 'model-refused',
    place: { elementId: 'IsLarge', line: lineOf(feel, '<bpmn:sequenceFlow id="IsLarge"') },
  },
  {
    name: 'CSV with a missing column',
    send: ({ manager }) =>
      manager.tryMutate('import.run', {
        files: [{ name: 'deals.csv', content: Buffer.from(csv).toString('base64') }],
        mapping: { processId: 'test-sale', stages: { Won: 'won' }, products: {} },
      }),
    status: 400,
    code: 'csv-missing-column',
    place: { file: 'deals.csv', line: 1, field: 'sales_agent' },
  },
  {
    name: 'foreign session cookie',
    send: ({ manager }) =>
      manager.tryMutate(
        'model.create',
        { name: 'Stolen', from: { kind: 'blank' } },
        { cookie: 'dealwright_session=made-up-by-somebody-else' },
      ),
    status: 401,
    code: 'not-signed-in',
    place: { field: 'session' },
  },
  {
    name: 'oversized body',
    send: ({ manager }) => manager.tryMutate('model.validate', { xml: 'x'.repeat(MOST_BYTES) }),
    status: 413,
    code: 'body-too-large',
    place: { field: 'body' },
  },
];

eachDatabase('bad input', (open) => {
  let world: World;
  beforeAll(async () => {
    const server = await createTestServer(await open());
    const admin = await server.signIn();
    const manager = await server.person(admin, 'Mia', ['manager']);
    const rep = await server.person(admin, 'Ada', ['rep'], manager.me.id);
    world = { server, manager, rep };
    const model = await draft(saleXml())(world);
    await manager.mutate('model.deploy', { id: model.id, revision: 1, note: 'good' });
  });
  afterAll(() => world.server.composed.close());

  it.each(TABLE)('$name: a clear error that names the place, and nothing changed', async (bad) => {
    const prepared = await bad.prepare?.(world);
    const before = await world.server.contents();
    const { status, problem } = await bad.send(world, prepared as never);
    expect(problem).toMatchObject({ code: bad.code, place: bad.place });
    expect(status).toBe(bad.status);
    expect(problem?.message.en).toMatch(/[a-z]{3}/);
    expect(problem?.message.zh).toMatch(/\p{Script=Han}/u);
    expect(await world.server.contents()).toEqual(before);
  });
});
