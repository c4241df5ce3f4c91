import { isA, type BpmnElement } from '../moddle/BpmnElement.ts';
import { assignmentOf } from './camunda/assignmentOf.ts';
import { callOf } from './camunda/callOf.ts';
import { connectorOf } from './camunda/connectorOf.ts';
import { decisionOf } from './camunda/decisionOf.ts';
import { formOf } from './camunda/formOf.ts';
import { inputOutput } from './camunda/inputOutput.ts';
import { loopOf } from './camunda/loopOf.ts';
import { slaOf } from './camunda/slaOf.ts';
import type { Dialect, Readings } from './Dialect.ts';
import { Foreign } from './Foreign.ts';

/** Attributes and elements that say nothing about how a model runs here, so their lack of effect needs no report. */
const HARMLESS = [
  'historyTimeToLive',
  'versionTag',
  'isStartableInTasklist',
  'diagramRelationId',
  'modelerTemplate',
  'modelerTemplateVersion',
  'modelerTemplateIcon',
  'async',
  'asyncBefore',
  'asyncAfter',
  'exclusive',
  'properties',
];

/** Camunda 7: see docs/dialects.md for what becomes of what. */
export const camunda: Dialect = {
  name: 'Camunda 7',
  uri: 'http://camunda.org/schema/1.0/bpmn',
  read(element, prefix) {
    const foreign = new Foreign(element, prefix);
    foreign.ignore(HARMLESS);
    const activity = isA(element, 'bpmn:Activity');
    const reading: Readings = {
      ...(activity && isA(element, 'bpmn:UserTask') && assignmentOf(foreign)),
      ...slaOf(foreign),
      ...formOf(foreign),
      ...decisionOf(foreign),
      ...connectorOf(foreign),
      ...scriptResult(foreign),
      ...loopOf(foreign, prefix),
      ...dataOf(foreign),
    };
    return { ...reading, unmapped: foreign.unmapped() };
  },
};

function scriptResult(foreign: Foreign): Readings {
  const resultVariable = isA(foreign.element, 'bpmn:ScriptTask') ? foreign.attribute('resultVariable') : undefined;
  return resultVariable === undefined ? {} : { resultVariable };
}

/** Output parameters add to what an activity's result writes; ours alone say what it writes. */
function dataOf(foreign: Foreign): Readings {
  const { element } = foreign;
  if (!isA(element, 'bpmn:Activity') && !isA(element, 'bpmn:Event')) return {};
  const own = inputOutput(foreign);
  const call = callOf(foreign);
  const inputs = [...(own.inputs ?? []), ...(call.inputs ?? [])];
  const outputs = [...(own.outputs ?? []), ...(call.outputs ?? [])];
  const adds = own.outputs !== undefined && !isScope(element);
  return {
    ...call,
    ...(inputs.length > 0 && { inputs }),
    ...(outputs.length > 0 && { outputs }),
    ...(adds && !call.passes && { passes: { out: true } }),
  };
}

/** A subprocess's own variables end with it, there as here. */
function isScope(element: BpmnElement): boolean {
  return isA(element, 'bpmn:SubProcess');
}
