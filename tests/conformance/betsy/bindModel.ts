import { idOf, isA, many, nameOf, one, text, type BpmnElement } from '../../../packages/bpmn/src/moddle/BpmnElement.ts';
import { BOUND_LANGUAGE } from '../execution/ScriptRecorder.ts';
import { elementsOf, expressionAt, make, replaceBy, rewriteModel } from '../modelTree.ts';
import { javaToFeel } from './javaToFeel.ts';
import { boundSource, kindOfWord, lastingWord } from './scriptWords.ts';

const EXPRESSIONS = [
  'conditionExpression',
  'loopCondition',
  'loopCardinality',
  'completionCondition',
  'activationCondition',
  'condition',
];

/**
 * Binds a betsy model to the executor: the suite leaves it to each engine's adapter to say in the engine's own terms
 * what its script words and its expressions mean. All of the binding is a rewriting of the model, so that the pure and
 * the durable executor run the same one:
 *
 * - Expressions are translated from Java's syntax to FEEL. FEEL expressions stand as they are.
 * - A word that is done at once becomes a script that `runWord` answers.
 * - A word that takes time (`WAIT_TEN_SECONDS`, and `CREATE_TIMESTAMP_LOG_…`, which records when it began and ended)
 *   becomes a subprocess in the task's place with a timer inside: an activity that is active for that long.
 * - `THROW_ERROR` becomes a subprocess that ends in the first error that the file defines, for the word names none; in one
 *   of its own when the file defines none.
 *
 * - Work that the suite says nothing about (service and business rule tasks) does nothing.
 *
 * Every process of the file is one that runs. A subprocess keeps the task's id, loop, boundary events, quantities and data.
 */
export async function bindModel(xml: string): Promise<string> {
  return rewriteModel(xml, (definitions) => {
    const elements = [...elementsOf(definitions)];
    for (const element of elements) {
      for (const property of EXPRESSIONS) translate(expressionAt(element, property));
    }
    for (const element of elements) {
      if (element.$type === 'bpmn:Process') element.set('isExecutable', true);
      if (element.$type === 'bpmn:ScriptTask') bindTask(element, definitions);
      if (['bpmn:ServiceTask', 'bpmn:BusinessRuleTask'].includes(element.$type)) replaceBy(element, 'bpmn:Task');
    }
  });
}

/** How many seconds the script lasts that the element of a bound model stands for; null for every other element. */
export function secondsOfLasting(elementId: string): number | null {
  const seconds = /_lasting_(\d+)$/.exec(elementId)?.[1];
  return seconds === undefined ? null : Number(seconds);
}

function translate(expression: BpmnElement | undefined): void {
  const body = expression && text(expression, 'body');
  const feel = body === undefined ? null : javaToFeel(body);
  if (expression && feel !== null) expression.set('body', feel);
}

function bindTask(task: BpmnElement, definitions: BpmnElement): void {
  const word = (text(task, 'script') ?? '').trim();
  if (word === '' || text(task, 'scriptFormat') !== undefined) return;
  const kind = kindOfWord(word);
  if (kind === 'lasting') {
    replaceBy(task, 'bpmn:SubProcess', { flowElements: lastingInside(idOf(task), word) });
  } else if (kind === 'throwing') {
    const end = make('bpmn:EndEvent', {
      id: `${idOf(task)}_error`,
      eventDefinitions: [thrownBy(task, definitions)],
    });
    replaceBy(task, 'bpmn:SubProcess', { flowElements: chain(idOf(task), [end]) });
  } else {
    task.set('scriptFormat', BOUND_LANGUAGE);
    task.set(
      'script',
      boundSource({ word, inputs: dataNames(task, 'dataInputs'), outputs: dataNames(task, 'dataOutputs') }),
    );
  }
}

function thrownBy(task: BpmnElement, definitions: BpmnElement): BpmnElement {
  const roots = many(definitions, 'rootElements');
  const defined = roots.find((root) => root.$type === 'bpmn:Error');
  const error = defined ?? make('bpmn:Error', { id: 'ScriptError', name: 'ScriptError', errorCode: 'ScriptError' });
  if (!defined) definitions.set('rootElements', [...roots, error]);
  const thrown = make('bpmn:ErrorEventDefinition', { id: `${idOf(task)}_thrown` });
  thrown.set('errorRef', error);
  return thrown;
}

function lastingInside(id: string, word: string): BpmnElement[] {
  const { seconds, proves } = lastingWord(word);
  const wait = make('bpmn:IntermediateCatchEvent', {
    id: `${id}_lasting_${seconds}`,
    eventDefinitions: [
      make('bpmn:TimerEventDefinition', {
        id: `${id}_timer`,
        timeDuration: make('bpmn:FormalExpression', { body: `PT${seconds}S` }),
      }),
    ],
  });
  const end = make('bpmn:EndEvent', { id: `${id}_end` });
  if (proves === null) return chain(id, [wait, end]);
  return chain(id, [logTask(`${id}_begin`, `begin ${proves}`), wait, logTask(`${id}_done`, `done ${proves}`), end]);
}

function logTask(id: string, logged: string): BpmnElement {
  const script = boundSource({ word: `LOG ${logged}`, inputs: [], outputs: [] });
  return make('bpmn:ScriptTask', { id, scriptFormat: BOUND_LANGUAGE, script });
}

/** A start event and the elements given, one after the other. */
function chain(id: string, elements: readonly BpmnElement[]): BpmnElement[] {
  const start = make('bpmn:StartEvent', { id: `${id}_start` });
  const flows = elements.map((target, at) => {
    const source = elements[at - 1] ?? start;
    const flow = make('bpmn:SequenceFlow', { id: `${id}_flow${at}` });
    flow.set('sourceRef', source);
    flow.set('targetRef', target);
    source.set('outgoing', [flow]);
    target.set('incoming', [flow]);
    return flow;
  });
  return [start, ...elements, ...flows];
}

/** The names under which a task sees its data: as the compiler names variables. */
function dataNames(task: BpmnElement, property: 'dataInputs' | 'dataOutputs'): readonly string[] {
  if (!isA(task, 'bpmn:Activity')) return [];
  const specification = one(task, 'ioSpecification');
  return specification ? many(specification, property).map((data) => nameOf(data).trim() || idOf(data)) : [];
}
