import { isA } from '../moddle/BpmnElement.ts';
import type { Dialect, Readings } from './Dialect.ts';
import { stripEquals } from './expressions.ts';
import { attributeOf, Foreign } from './Foreign.ts';
import { assignmentOf } from './zeebe/assignmentOf.ts';
import { callOf } from './zeebe/callOf.ts';
import { decisionOf } from './zeebe/decisionOf.ts';
import { formOf } from './zeebe/formOf.ts';
import { ioMapping } from './zeebe/ioMapping.ts';
import { loopOf } from './zeebe/loopOf.ts';
import { slaOf } from './zeebe/slaOf.ts';
import { valueToFeel } from './zeebe/valueToFeel.ts';

/** Attributes and elements that say nothing about how a model runs here, so their lack of effect needs no report. */
const HARMLESS = [
  'properties',
  'versionTag',
  'userTask',
  'modelerTemplate',
  'modelerTemplateVersion',
  'modelerTemplateIcon',
];

/** Tasks that a machine does. */
const TASKS = ['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask'];

/** Camunda 8: see docs/dialects.md for what becomes of what. */
export const zeebe: Dialect = {
  name: 'Camunda 8',
  uri: 'http://camunda.org/schema/zeebe/1.0',
  read(element, prefix) {
    const foreign = new Foreign(element, prefix);
    foreign.ignore(HARMLESS);
    const reading: Readings = {
      ...(isA(element, 'bpmn:UserTask') && assignmentOf(foreign)),
      ...slaOf(foreign),
      ...formOf(foreign, prefix),
      ...decisionOf(foreign),
      ...connectorOf(foreign),
      ...callOf(foreign),
      ...scriptOf(foreign),
      ...correlationOf(foreign),
      ...loopOf(foreign, prefix),
      ...adHocOf(foreign),
      ...((isA(element, 'bpmn:Activity') || isA(element, 'bpmn:Event')) && ioMapping(foreign)),
    };
    return { ...reading, unmapped: foreign.unmapped() };
  },
};

/** A job's type is a connector's name here. */
function connectorOf(foreign: Foreign): Readings {
  if (!TASKS.some((type) => isA(foreign.element, type))) return {};
  for (const definition of foreign.elements('taskDefinition')) {
    const type = attributeOf(definition, 'type')?.trim();
    const retries = attributeOf(definition, 'retries')?.trim() ?? '3';
    if (!/^\d{1,4}$/.test(retries)) foreign.leave('taskDefinition', 'retries');
    if (type !== undefined && !type.startsWith('=')) {
      const known = /^\d{1,4}$/.test(retries) ? Number(retries) : 3;
      return { connector: { type, retries: known, backoff: 'PT1M', inputs: [], outputs: [] } };
    }
    // the name of a connector is fixed here
    foreign.leave('taskDefinition', 'type');
  }
  return {};
}

function scriptOf(foreign: Foreign): Readings {
  if (!isA(foreign.element, 'bpmn:ScriptTask')) return {};
  const [script] = foreign.elements('script');
  if (!script) return {};
  const source = attributeOf(script, 'expression');
  if (source === undefined) {
    foreign.leave('script');
    return {};
  }
  const resultVariable = attributeOf(script, 'resultVariable')?.trim();
  return {
    script: { language: 'feel', source: stripEquals(source) },
    ...(resultVariable !== undefined && { resultVariable }),
  };
}

function correlationOf(foreign: Foreign): Readings {
  if (foreign.element.$type !== 'bpmn:Message') return {};
  const [subscription] = foreign.elements('subscription');
  const key = subscription && attributeOf(subscription, 'correlationKey');
  return key === undefined ? {} : { correlation: valueToFeel(key) };
}

function adHocOf(foreign: Foreign): Readings {
  if (foreign.element.$type !== 'bpmn:AdHocSubProcess') return {};
  const [adHoc] = foreign.elements('adHoc');
  if (!adHoc) return {};
  for (const name of ['outputCollection', 'outputElement']) {
    if (attributeOf(adHoc, name) !== undefined) foreign.leave('adHoc', name);
  }
  const elements = attributeOf(adHoc, 'activeElementsCollection');
  return elements === undefined ? {} : { activeElements: stripEquals(elements) };
}
