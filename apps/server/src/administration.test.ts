import { setImmediate } from 'node:timers/promises';
import type {
  AuditRow,
  Board,
  DirtFinding,
  ImportPreview,
  ImportStatus,
  Incident,
  IncidentAnswer,
  ModelSummary,
  Page,
  SystemStatus,
  TemplateSummary,
  TimelineEntry,
} from '@dealwright/api/contract';
import type { BusEvent } from '@dealwright/api/server';
import { eachDatabase } from '@dealwright/store/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Client, commandId, createTestServer, type TestServer } from './testing/testServer.ts';

const STUCK = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:dw="urn:dealwright:bpmn:1"
    id="D" targetNamespace="urn:test">
  <bpmn:process id="stuck" name="Stuck" isExecutable="true">
    <bpmn:startEvent id="Start"><bpmn:outgoing>A</bpmn:outgoing></bpmn:startEvent>
    <bpmn:serviceTask id="Send" name="Send it">
      <bpmn:extensionElements><dw:connector type="carrier-pigeon" retries="1" /></bpmn:extensionElements>
      <bpmn:incoming>A</bpmn:incoming><bpmn:outgoing>B</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:endEvent id="End" dw:outcome="won"><bpmn:incoming>B</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="A" sourceRef="Start" targetRef="Send" />
    <bpmn:sequenceFlow id="B" sourceRef="Send" targetRef="End" />
  </bpmn:process>
</bpmn:definitions>`;

const EXPORT = [
  [
    'sales_pipeline.csv',
    'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
    [
      'A1,Ada Lovelace,GTXPro,Acme,Won,2017-01-02,2017-02-03,1000',
      'A2,Ada Lovelace,GTX Pro,,Engaging,2017-01-02,,',
      'A3,Bo Chen,GTX Pro,Acme,Lost,2017-01-02,2017-01-09,0',
    ],
  ],
  [
    'accounts.csv',
    'account,sector,year_established,revenue,employees,office_location,subsidiary_of',
    ['Acme,retail,1996,1100.04,2822,United States,'],
  ],
  ['products.csv', 'product,series,sales_price', ['GTX Pro,GTX,4821']],
  ['sales_teams.csv', 'sales_agent,manager,regional_office', ['Ada Lovelace,Mia Wang,East', 'Bo Chen,Mia Wang,East']],
] as const;
const files = EXPORT.map(([name, head, rows]) => ({
  name,
  content: Buffer.from([head, ...rows, ''].join('\n')).toString('base64'),
}));

eachDatabase('administration over HTTP', (open) => {
  let server: TestServer;
  let admin: Client;
  beforeEach(async () => {
    server = await createTestServer(await open());
    admin = await server.signIn();
  });
  afterEach(() => server.composed.close());

  /** The run once it is over. Without a socket and on PGlite, asking never leaves the turn: the import gets its own. */
  const ended = async (runId: string): Promise<ImportStatus> => {
    await setImmediate();
    const status = await admin.query<ImportStatus>('import.status', { runId });
    return status.status === 'running' ? ended(runId) : status;
  };

  it('shows an incident with its place and lets an admin retry it or end the deal', async () => {
    const model = await admin.mutate<{ id: string }>('model.create', {
      name: 'Stuck',
      from: { kind: 'file', xml: STUCK },
    });
    await admin.mutate('model.deploy', { id: model.id, revision: 1, note: 'first' });
    const input = { processId: 'stuck', name: 'Deal', commandId: commandId() };
    const deal = await admin.mutate<{ id: string }>('deal.start', input);
    const workOff = async () => {
      server.time += 3_600_000;
      while ((await server.composed.runtime.runDueJobs()) > 0);
    };
    const incidents = async () => (await admin.query<Page<Incident>>('incident.list', {})).rows;
    await workOff();
    const [first] = await incidents();
    expect(first).toMatchObject({
      nodeId: 'Send',
      nodeName: 'Send it',
      processName: 'Stuck',
      version: 1,
      deal: { id: deal.id, name: 'Deal' },
      message: { en: expect.stringContaining('carrier-pigeon'), zh: expect.stringContaining('没有连接器') },
    });
    const done = (id: string | undefined) => [{ id, problem: null }];
    expect(await admin.mutate('incident.retry', { ids: [first?.id] })).toEqual(done(first?.id));
    expect(await incidents()).toEqual([]);
    await workOff();
    const [again] = await incidents();
    expect(again?.id).not.toBe(first?.id);
    expect(await admin.query<SystemStatus>('system.status')).toMatchObject({ openIncidents: 1, activeInstances: 1 });
    expect(await admin.mutate('incident.cancel', { ids: [again?.id] })).toEqual(done(again?.id));
    expect((await admin.query<Board>('deal.board', { status: 'ended' })).totals.ended.count).toBe(1);
    expect(await admin.mutate('incident.cancel', { ids: [again?.id] })).toMatchObject([
      { problem: { code: 'incident-resolved', message: { zh: '该异常已被处理。' } } },
    ]);
  });

  it('does the same about many incidents, each on its own, and answers for each', async () => {
    const model = await admin.mutate<{ id: string }>('model.create', {
      name: 'Stuck',
      from: { kind: 'file', xml: STUCK },
    });
    await admin.mutate('model.deploy', { id: model.id, revision: 1, note: 'first' });
    for (let index = 0; index < 55; index += 1) {
      const variables = { processId: 'stuck', name: `Deal ${index}`, commandId: commandId() };
      await admin.mutate('deal.start', variables);
    }
    server.time += 3_600_000;
    while ((await server.composed.runtime.runDueJobs()) > 0);
    const kinds = { processes: [{ id: 'stuck', name: 'Stuck', labels: {}, count: 55 }] };
    expect(await admin.query('incident.kinds')).toMatchObject({
      ...kinds,
      codes: [{ code: 'connector-unknown', count: 55 }],
    });
    const filtered = (filter: object) => admin.query<Page<Incident>>('incident.list', filter);
    expect((await filtered({ processId: 'other' })).rows).toEqual([]);
    expect((await filtered({ code: 'other' })).rows).toEqual([]);
    const page = await filtered({ processId: 'stuck', code: 'connector-unknown' });
    expect(page.rows).toHaveLength(50);
    const rest = await filtered({ processId: 'stuck', cursor: page.cursor });
    const ids = [...page.rows, ...rest.rows].map(({ id }) => id);
    expect(new Set(ids).size).toBe(55);

    const [one = '', two = '', ...others] = ids;
    expect(await admin.query('incident.variables', { id: one })).toMatchObject({});
    const skipped = await admin.mutate('incident.skip', {
      ids: [one],
      reason: 'sent by hand',
      variables: { sent: true },
    });
    expect(skipped).toEqual([{ id: one, problem: null }]);
    expect(await admin.tryQuery('incident.variables', { id: one })).toMatchObject({ status: 404 });
    const timeline = await admin.query<Page<TimelineEntry>>('deal.timeline', { id: page.rows[0]?.deal?.id });
    expect(timeline.rows).toContainEqual(
      expect.objectContaining({ kind: 'skipped', name: 'Send it', actor: { id: admin.me.id, name: admin.me.name } }),
    );
    expect(await admin.tryMutate('incident.skip', { ids: [one, two], variables: { sent: true } })).toMatchObject({
      status: 400,
      problem: { place: { field: 'variables' } },
    });
    const answers = await admin.mutate<readonly IncidentAnswer[]>('incident.skip', { ids: [...ids, 'nobody', two] });
    expect(answers).toHaveLength(56);
    const problems = new Map(answers.map(({ id, problem }) => [id, problem?.code ?? null]));
    expect(problems.get(one)).toBe('incident-resolved');
    expect(problems.get('nobody')).toBe('not-found');
    for (const id of [two, ...others]) expect(problems.get(id)).toBeNull();
    expect((await admin.query<Board>('deal.board', { status: 'ended' })).totals.won.count).toBe(55);
    const audit = await admin.query<Page<AuditRow>>('audit.list', {});
    expect(audit.rows.filter(({ action }) => action === 'incident.skip').length).toBeGreaterThan(40);
    expect(await admin.tryMutate('incident.skip', { ids: Array.from({ length: 201 }, String) })).toMatchObject({
      status: 400,
    });
  });

  it('pages through the audit trail without losing or repeating an entry', async () => {
    for (let index = 0; index < 60; index += 1)
      await admin.mutate('people.create', { name: `P${index}`, email: `p${index}@example.com`, roles: [] });
    const seen: AuditRow[] = [];
    let cursor: string | null | undefined;
    do {
      const page: Page<AuditRow> = await admin.query('audit.list', cursor ? { cursor } : {});
      seen.push(...page.rows);
      cursor = page.cursor;
    } while (cursor);
    const created = seen.filter((row) => row.action === 'person.create');
    expect(new Set(created.map((row) => row.id)).size).toBe(60);
    expect(created).toHaveLength(60);
    expect(created[0]).toMatchObject({ actor: { id: admin.me.id }, before: null, after: { name: 'P59' } });
    expect(created[0]?.changes).toContainEqual(expect.objectContaining({ field: 'name', after: 'P59' }));
    expect(await admin.tryQuery('audit.list', { cursor: 'x' })).toMatchObject({ status: 400 });
  });

  it('imports an export through the page: preview, run, progress, the same numbers, and twice the same', async () => {
    const told: BusEvent[] = [];
    server.composed.platform.bus.subscribe((event) => told.push(event));
    const before = await server.contents();
    const preview = await admin.mutate<ImportPreview>('import.preview', { files });
    const findings = await admin.mutate<readonly DirtFinding[]>('import.findings', { files });
    expect(findings.map(({ kind, rows }) => [kind, rows.length])).toEqual(
      preview.dirt.map(({ kind, count }) => [kind, count]),
    );
    expect(await server.contents()).toEqual(before);
    expect(preview.totals).toMatchObject({ deals: 3, byStage: { Won: 1, Engaging: 1, Lost: 1 }, wonValue: 1000 });
    expect(preview.mapping.products).toEqual({ GTXPro: 'GTX Pro' });
    expect(preview.dirt.map((dirt) => dirt.kind)).toContain('unknown-product');
    const run = async () => {
      const { runId } = await admin.mutate<{ runId: string }>('import.run', { files, mapping: preview.mapping });
      return ended(runId);
    };
    const first = await run();
    expect(first).toMatchObject({ status: 'done', done: 3, total: 3, report: { error: null, totals: preview.totals } });
    // it is told after it is written: whoever reads it in between is not told yet
    await expect.poll(() => told).toContainEqual(expect.objectContaining({ kind: 'import', status: 'done', done: 3 }));
    expect((await admin.query<Board>('deal.board', {})).totals).toMatchObject({
      won: { count: 1, value: 1000 },
      lost: { count: 1 },
      open: { count: 1 },
    });
    const second = await run();
    expect(second.report).toMatchObject({ created: 0, totals: first.report?.totals });
    expect((await admin.query<ImportStatus>('import.latest')).runId).toBe(second.runId);
  });

  it('answers others while an import runs', async () => {
    const [[, head]] = EXPORT;
    const rows = Array.from({ length: 1200 }, (_, row) => `B${row},Ada Lovelace,GTX Pro,,Won,2017-01-02,2017-02-03,1`);
    const large = [
      { name: 'deals.csv', content: Buffer.from([head, ...rows].join('\n')).toString('base64') },
      files[2],
    ];
    const mapping = { processId: 'standard_sale', stages: { Won: 'won' }, products: {} };
    const { runId } = await admin.mutate<{ runId: string }>('import.run', { files: large, mapping });
    const during = await admin.query<ImportStatus>('import.status', { runId });
    expect(during).toMatchObject({ status: 'running', total: 1200 });
    expect(await admin.tryMutate('import.run', { files: large, mapping })).toMatchObject({
      status: 409,
      problem: { code: 'import-running', details: { runId } },
    });
    expect((await ended(runId)).status).toBe('done');
  });

  it('refuses an import whose mapping does not fit, and changes no deal', async () => {
    const mapping = { processId: 'standard_sale', stages: { Won: 'won', Lost: 'lost' }, products: {} };
    const refused = await admin.tryMutate('import.run', { files, mapping });
    expect(refused).toMatchObject({
      status: 400,
      problem: { code: 'stage-not-mapped', place: { field: 'stages.Engaging' } },
    });
    expect((await admin.query<Board>('deal.board', {})).totals.open.count).toBe(0);
  });

  it('offers the templates, and deploys one as it comes', async () => {
    const templates = await admin.query<readonly TemplateSummary[]>('model.templates');
    for (const { key, name } of templates) {
      const from = { kind: 'template', key };
      const model = await admin.mutate<{ id: string }>('model.create', { name: name.zh, from });
      await admin.mutate('model.deploy', { id: model.id, revision: 1, note: '首次发布' });
    }
    const models = await admin.query<readonly ModelSummary[]>('model.list');
    expect(models).toHaveLength(templates.length);
    expect(models.every((model) => model.latestVersion === 1 && !model.draftChanged)).toBe(true);
  });
});
