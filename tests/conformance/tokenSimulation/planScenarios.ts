import { join } from 'node:path';
import { parseModel, type Message } from '../../../packages/bpmn/src/index.ts';
import { isLacking, type Execution } from '../execution/Execution.ts';
import { expectationOf } from '../expectationOf.ts';
import type { OpenExecution } from '../execution/openExecution.ts';
import { refusalOf } from '../execution/refusalOf.ts';
import { readText } from '../readJson.ts';
import { failureOf, type PlannedCase } from '../PlannedCase.ts';
import type { CaseReport } from '../Report.ts';
import { bindScenario } from './bindScenario.ts';
import { DrawingIndex } from './DrawingIndex.ts';
import { readFixture, readScenarios, type Scenario, type Step } from './readScenarios.ts';
import { type Tallies, tallyLines } from './Tally.ts';
import { tallyFixture } from './tallyFixture.ts';
import { tallyInstances } from './tallyInstances.ts';

interface Comparison {
  readonly expected: string[];
  readonly actual: string[];
}

/** A step could not be carried out. */
class Stopped extends Error {
  readonly text: Message;

  constructor(text: Message) {
    super(text.en);
    this.text = text;
  }
}

/**
 * The scenarios of a folder in the format of token-simulation's tests. Each is played step by step, comparing how often
 * each element was entered and left and what is open at every `expect`. The order in which tokens moved is not compared:
 * the simulator's is breadth-first.
 *
 * @throws UsageError when the folder is not one of this format or lacks a model or a trace
 */
export async function planScenarios(dir: string): Promise<readonly PlannedCase[]> {
  const cases: PlannedCase[] = [];
  for (const scenario of await readScenarios(dir)) {
    const xml = await readText(join(dir, scenario.bpmn));
    const fixtures = new Map<string, readonly string[]>();
    for (const step of scenario.steps) {
      if (step.op === 'expect') fixtures.set(step.fixture, await readFixture(dir, step.fixture));
    }
    cases.push(planned(scenario, xml, fixtures));
  }
  return cases;
}

/** "Simulator.inclusive-gateway-link-event.bpmn" belongs to "inclusive". */
function groupOf({ bpmn }: Scenario): string {
  return /^(?:Simulator\.)?([a-z]+)/i.exec(bpmn)?.[1] ?? 'all';
}

function nameOf({ bpmn, steps }: Scenario): string {
  const expected = steps.findLast((step) => step.op === 'expect');
  return (expected?.op === 'expect' ? expected.fixture : bpmn).replace(/^Simulator\.|\.(json|bpmn)$/g, '');
}

function planned(scenario: Scenario, xml: string, fixtures: ReadonlyMap<string, readonly string[]>): PlannedCase {
  const name = nameOf(scenario);
  const report = ({ expected: suiteExpects, actual }: Comparison, why: Message | null): CaseReport => {
    const { expected, contradicts } = expectationOf('token-simulation', name, suiteExpects);
    const passed = JSON.stringify(expected) === JSON.stringify(actual);
    return { name, file: scenario.bpmn, passed, expected, actual, why, contradicts };
  };
  const none = (): Comparison => ({ expected: [], actual: [] });
  return {
    group: groupOf(scenario),
    async run(open) {
      const comparison = none();
      try {
        return report(comparison, await play(scenario, xml, fixtures, open, comparison));
      } catch (error) {
        if (!(error instanceof Stopped)) throw error;
        comparison.actual.push('Stopped');
        return report(comparison, error.text);
      }
    },
    failed(error) {
      const { mark, why } = failureOf(error);
      return report({ ...none(), actual: [mark] }, why);
    },
  };
}

/** Plays a scenario, adding what it compares; answers what went wrong in the run, if anything did. */
async function play(
  { steps }: Scenario,
  xml: string,
  fixtures: ReadonlyMap<string, readonly string[]>,
  open: OpenExecution,
  comparison: Comparison,
): Promise<Message | null> {
  const drawing = await read(xml);
  const choices = new Map(steps.flatMap((step) => (step.op === 'choose' ? [[step.gateway, step.flows] as const] : [])));
  const held = new Set(steps.flatMap((step) => (step.op === 'hold' ? [step.element] : [])));
  const execution = await open({ held, drawings: true });
  try {
    const refusal = await execution.deploy(await bindScenario(xml, choices));
    if (refusal) throw new Stopped(refusal.message);
    for (const step of steps) {
      if (step.op === 'expect') {
        const lines = fixtures.get(step.fixture) ?? [];
        comparison.expected.push(...linesOf(tallyFixture(lines, drawing), drawing));
        comparison.actual.push(...linesOf(tallyInstances(await execution.instances(), drawing), drawing));
      } else await carryOut(step, drawing, execution);
    }
    return await trouble(execution);
  } finally {
    await execution.close();
  }
}

async function read(xml: string): Promise<DrawingIndex> {
  try {
    return new DrawingIndex(await parseModel(xml));
  } catch (error) {
    throw new Stopped(refusalOf(error).message);
  }
}

async function carryOut(
  step: Exclude<Step, { op: 'expect' }>,
  drawing: DrawingIndex,
  execution: Execution,
): Promise<void> {
  switch (step.op) {
    case 'trigger': {
      const start = drawing.startedBy(step.element);
      if (start) await execution.start(start.processId, {}, start.startNode);
      else if (!(await execution.trigger(step.element))) throw nothingWaits(step.element);
      return;
    }
    case 'hold':
      if (drawing.canBeHeld(step.element)) return;
      throw new Stopped({
        en: `The runner can hold tasks only, and "${step.element}" is none.`,
        zh: `只能暂停任务，“${step.element}”不是任务。`,
      });
    case 'choose':
      if (drawing.has(step.gateway) && step.flows.every((flow) => drawing.has(flow))) return;
      throw new Stopped({
        en: `The drawing has no gateway "${step.gateway}" or not all of the flows chosen.`,
        zh: `图中没有网关“${step.gateway}”或所选的连线。`,
      });
    case 'unknown':
      throw new Stopped({
        en: `The runner does not know the operation "${step.name}".`,
        zh: `运行器不认识操作“${step.name}”。`,
      });
  }
}

function nothingWaits(element: string): Stopped {
  return new Stopped({ en: `Nothing waits at "${element}".`, zh: `“${element}”处没有等待事项。` });
}

function linesOf(tallies: Tallies, drawing: DrawingIndex): string[] {
  const executed = [...tallies].flatMap(([element, tally]) => {
    const id = drawing.executed(element);
    return id === null ? [] : [[id, tally] as const];
  });
  return tallyLines(new Map(executed), (element) => drawing.comparesLeaving(element));
}

/** Incidents explain a difference; what the executor lacks goes first. */
async function trouble(execution: Execution): Promise<Message | null> {
  const incidents = (await execution.instances()).flatMap((instance) => instance.incidents);
  const first = incidents.find(isLacking) ?? incidents[0];
  if (!first) return null;
  const { code, element, message } = first;
  return { en: `${message.en} (${code}, ${element})`, zh: `${message.zh}（${code}，${element}）` };
}
