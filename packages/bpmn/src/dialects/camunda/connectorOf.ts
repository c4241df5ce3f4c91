import { isA } from '../../moddle/BpmnElement.ts';
import { parseDuration } from '../../duration/parseDuration.ts';
import type { Readings } from '../Dialect.ts';
import { childrenOf, textOf, type Foreign } from '../Foreign.ts';
import { parameters } from './inputOutput.ts';

/** Tasks that a machine does. */
const TASKS = ['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask'];

/**
 * The work of an external task's topic, or of a `connector`, is a connector of that name here; `failedJobRetryTimeCycle`
 * says how often and how soon it is tried again. A connector's outputs are expressions over what only that connector
 * knows, so they are named instead of guessed.
 */
export function connectorOf(foreign: Foreign): Readings {
  if (!TASKS.some((type) => isA(foreign.element, type))) return {};
  const type = topic(foreign);
  const own = type === undefined ? connectorElement(foreign) : undefined;
  const id = type ?? own?.id;
  if (id === undefined) return {};
  return { connector: { type: id, ...retries(foreign), inputs: own?.inputs ?? [], outputs: [] } };
}

function topic(foreign: Foreign): string | undefined {
  const name = foreign.attribute('topic');
  if (name !== undefined) foreign.ignore(['type']);
  if (name === undefined || !/[$#]\{/.test(name)) return name?.trim();
  // the name of a connector is fixed here
  foreign.leave('topic');
  return undefined;
}

function connectorElement(foreign: Foreign) {
  const holders = foreign.elements('connector');
  const id = holders.flatMap((holder) => childrenOf(holder, 'connectorId')).map((child) => textOf(child).trim())[0];
  if (id === undefined || id === '') {
    if (holders.length > 0) foreign.leave('connector');
    return undefined;
  }
  const mappings = holders.flatMap((holder) => childrenOf(holder, 'inputOutput'));
  const inputs = parameters(foreign, mappings, 'inputParameter');
  for (const output of mappings.flatMap((mapping) => childrenOf(mapping, 'outputParameter'))) {
    foreign.leave('outputParameter', String(Reflect.get(output, 'name') ?? ''));
  }
  return { id, inputs };
}

/** "R3/PT10M": three times, ten minutes apart at first. Lists of intervals, and expressions, have no equal. */
function retries(foreign: Foreign): { readonly retries: number; readonly backoff: string } {
  const usual = { retries: 3, backoff: 'PT1M' };
  const [cycle] = foreign.elements('failedJobRetryTimeCycle');
  if (!cycle) return usual;
  const [, count, backoff = ''] = /^R(\d{1,4})\/(P.+)$/.exec(textOf(cycle).trim()) ?? [];
  if (count !== undefined && parseDuration(backoff)?.negative === false) return { retries: Number(count), backoff };
  foreign.leave('failedJobRetryTimeCycle');
  return usual;
}
