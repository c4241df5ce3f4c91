import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, formFields, parseModel, validate, writeModel, type GraphNode } from '../packages/bpmn/src/index.ts';
import { checkExpression } from '../packages/expression/src/index.ts';

const here = new URL('.', import.meta.url);
const templates = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const read = (path: string): string => readFileSync(new URL(path, here), 'utf8');

describe.each(templates)('template %s', (folder) => {
  const xml = read(`${folder}/process.bpmn`);

  it('has nothing that the validator would say a word about', async () => {
    expect(validate(await parseModel(xml), { checkExpression })).toEqual([]);
  });

  it('gives people everything they need in each task, in both languages', async () => {
    const { nodes, stages } = compile(await parseModel(xml));
    const tasks = nodes.filter((node) => node.type === 'userTask');
    expect(tasks.length).toBeGreaterThan(2);
    for (const { id, lane, business } of tasks) {
      expect(business, id).toMatchObject({
        labels: { en: expect.any(String), zh: expect.any(String) },
        playbook: { en: expect.any(String), zh: expect.any(String) },
        assignment: { rule: 'lane' },
        sla: expect.stringMatching(/^P/),
      });
      expect(lane, id).toBeGreaterThanOrEqual(0);
      expect(business.kpis.length, id).toBeGreaterThan(0);
      expect(
        stages.map((stage) => stage.id),
        id,
      ).toContain(business.stage);
      const fields = business.form ? formFields(business.form).length : 0;
      expect(fields, id).toBeGreaterThanOrEqual(2);
      expect(fields, id).toBeLessThanOrEqual(7);
    }
  });

  it('can be won, lost and disqualified', async () => {
    const outcomes = compile(await parseModel(xml)).nodes.map((node: GraphNode) => node.business.outcome);
    expect(outcomes).toEqual(expect.arrayContaining(['won', 'lost', 'disqualified']));
  });

  it('is drawn completely', () => {
    const drawn = new Set([...xml.matchAll(/bpmnElement="([^"]+)"/g)].map((match) => match[1]));
    const elements = [
      ...xml.matchAll(/<bpmn:(?:\w*(?:Task|Event|Gateway)|subProcess|sequenceFlow|lane|participant) id="([^"]+)"/g),
    ];
    expect(elements.length).toBeGreaterThan(20);
    expect(elements.map((match) => match[1]).filter((id) => !drawn.has(id))).toEqual([]);
  });

  it('survives being written and read again', async () => {
    const model = await parseModel(xml);
    expect(compile(await parseModel(await writeModel(model)))).toEqual(compile(model));
  });

  it('says in both languages what it is', () => {
    expect(JSON.parse(read(`${folder}/template.json`))).toEqual({
      key: folder,
      name: { en: expect.any(String), zh: expect.stringMatching(/\p{Script=Han}/u) },
      description: { en: expect.any(String), zh: expect.stringMatching(/\p{Script=Han}/u) },
    });
    expect(existsSync(new URL(`${folder}/README.md`, here))).toBe(true);
  });
});
