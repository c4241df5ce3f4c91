import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withExecutions } from '../execution/openExecution.ts';
import { flows, processFile } from '../testing/model.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { planScenarios } from './planScenarios.ts';

/** Two tasks after a fork; a border with a timer on the first. */
const DRAWING = processFile(
  'P',
  `<startEvent id="S"/><inclusiveGateway id="G"/><task id="A"/><task id="B"/><endEvent id="E"/><endEvent id="X"/>
  <boundaryEvent id="T" attachedToRef="A"><timerEventDefinition/></boundaryEvent>
  ${flows('S > G', 'G > A', 'G > B', 'A > E', 'B > E', 'T > X')}`,
);

/** What the simulator would print for one instance whose tokens go these ways. */
function fixture(...scopes: readonly (readonly [element: string, how: 'exit' | 'destroy' | 'open'])[]): string[] {
  return scopes.flatMap(([element, how], at) => {
    const own = `${element}:${at}`;
    if (how === 'open') return [`createScope:${element}:P`];
    return [`createScope:${element}:P`, ...(how === 'exit' ? [`exit:${own}`] : []), `destroyScope:${own}`];
  });
}

const STARTED = [
  ['S', 'exit'],
  ['S_G', 'exit'],
  ['G', 'exit'],
  ['G_A', 'exit'],
] as const;

describe('scenarios of token-simulation', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  beforeEach(async () => {
    folder = await tempFolder({});
  });
  afterEach(() => folder.remove());

  async function play(steps: readonly object[], lines: readonly string[]) {
    await folder.remove();
    folder = await tempFolder({
      'scenarios.json': { cases: [{ bpmn: 'd.bpmn', steps: [...steps, { op: 'expect', fixture: 'd.json' }] }] },
      'd.bpmn': DRAWING,
      'd.json': lines,
    });
    const [planned] = await planScenarios(folder.path);
    if (!planned) throw new Error('nothing was planned');
    return withExecutions('pure', null, (open) => planned.run(open));
  }

  it('plays the flows chosen, and holds a task until its border is triggered', async () => {
    const report = await play(
      [
        { op: 'choose', gateway: 'G', flows: ['G_A'] },
        { op: 'hold', element: 'A' },
        { op: 'trigger', element: 'S' },
        { op: 'trigger', element: 'T' },
      ],
      fixture(['P', 'exit'], ...STARTED, ['A', 'destroy'], ['T', 'exit'], ['T_X', 'exit'], ['X', 'exit']),
    );
    expect(report).toMatchObject({ passed: true, why: null, contradicts: null });
    expect(report.expected).toContain('A: entered 1, left 0, cancelled 1, open 0');
  });

  it('tells open elements from those that are done, each failure with both sides', async () => {
    const report = await play(
      [
        { op: 'choose', gateway: 'G', flows: ['G_A'] },
        { op: 'hold', element: 'A' },
        { op: 'trigger', element: 'S' },
      ],
      fixture(['P', 'exit'], ...STARTED, ['A', 'exit'], ['A_E', 'exit'], ['E', 'exit']),
    );
    expect(report.passed).toBe(false);
    expect(report.expected).toContain('P: entered 1, over 1, open 0');
    expect(report.actual).toContain('P: entered 1, over 0, open 1');
    expect(report.actual).toContain('A: entered 1, left 0, cancelled 0, open 1');
  });

  it('takes all flows of an inclusive gateway for which none is chosen', async () => {
    const report = await play(
      [{ op: 'trigger', element: 'P' }],
      fixture(
        ['P', 'exit'],
        ...STARTED,
        ['G_B', 'exit'],
        ...(['A', 'B', 'A_E', 'B_E', 'E', 'E'] as const).map((id) => [id, 'exit'] as const),
      ),
    );
    expect(report).toMatchObject({ passed: true });
  });

  it.each([
    [{ op: 'juggle', element: 'A' }, 'juggle'],
    [{ op: 'trigger', element: 'B' }, '"B"'],
    [{ op: 'hold', element: 'G' }, '"G"'],
    [{ op: 'choose', gateway: 'G', flows: ['nowhere'] }, '"G"'],
  ])('says what it can not do: %j', async (step, named) => {
    const report = await play([step], []);
    expect(report).toMatchObject({ passed: false, actual: ['Stopped'] });
    expect(report.why?.en).toContain(named);
    expect(report.why?.zh).toMatch(/\p{Script=Han}/u);
  });

  it('says which file is missing', async () => {
    await folder.remove();
    folder = await tempFolder({ 'scenarios.json': { cases: [{ bpmn: 'gone.bpmn', steps: [] }] } });
    await expect(planScenarios(folder.path)).rejects.toThrow(/gone\.bpmn can't be read \(ENOENT\)/);
  });
});
