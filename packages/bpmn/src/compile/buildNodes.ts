import { readDialects } from '../dialects/readDialects.ts';
import { isEventSubProcess, type ModelIndex } from '../ModelIndex.ts';
import { flag, idOf, isA, nameOf, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { GraphFlow, GraphNode, NodeBusiness, NodeType } from '../ProcessGraph.ts';
import { businessOf } from './business.ts';
import { adHocOf } from './adHocOf.ts';
import { callBindingOf } from './callBindingOf.ts';
import { compensationHandlers } from './compensationOf.ts';
import { dataNames } from './dataNames.ts';
import { decisionOf } from './decisionOf.ts';
import { definitionsOf, eventDefinitions, linkName, toEvents } from './eventDefinitions.ts';
import { expressionOf } from './expressionOf.ts';
import { globalTask } from './globalTask.ts';
import { loopData } from './loopData.ts';
import { loopOf } from './loopOf.ts';
import { mappingsOf } from './mappingsOf.ts';
import { messageLinks, type MessageLinks } from './messageLinks.ts';
import { nodeType } from './nodeType.ts';
import { implicitStartsOf, startsOf } from './startsOf.ts';
import { structureBroken } from './structureBroken.ts';

interface Parts {
  readonly index: ModelIndex;
  /** the process, then its flow nodes in document order: position = node index */
  readonly elements: readonly BpmnElement[];
  readonly nodeIndex: ReadonlyMap<string, number>;
  readonly flows: readonly GraphFlow[];
  readonly laneOf: ReadonlyMap<string, number>;
}

export function buildNodes(parts: Parts): readonly GraphNode[] {
  const { index, elements, nodeIndex, flows, laneOf } = parts;
  const incoming = elements.map((): number[] => []);
  const outgoing = elements.map((): number[] => []);
  for (const flow of flows) {
    outgoing[flow.source]?.push(flow.index);
    incoming[flow.target]?.push(flow.index);
  }
  const flowIndex = new Map(flows.map((flow) => [flow.id, flow.index]));
  const at = (element: BpmnElement | undefined): number => (element ? (nodeIndex.get(idOf(element)) ?? -1) : -1);
  const indexes = (list: readonly BpmnElement[]): readonly number[] => list.map(at);
  const lanes: number[] = [];
  const links = messageLinks(index);
  const context = { index, nodeIndex, links };
  const handlers = compensationHandlers(index);

  return elements.map((element, position) => {
    const global = globalTask(index, element);
    const type = global?.type ?? typeOf(parts, element);
    const scope = type === 'process' || isA(element, 'bpmn:SubProcess');
    const inside = scope ? index.nodesOf(element) : [];
    const parent = type === 'process' ? -1 : at(element.$parent);
    // what stands inside a subprocess belongs to the lane that the subprocess stands in
    const lane = laneOf.get(idOf(element)) ?? (parent > 0 ? (lanes[parent] ?? -1) : -1);
    lanes[position] = lane;
    const dialect = readDialects(element, index.model.prefixes);
    const work = global?.element ?? element;
    const ofWork = global ? readDialects(work, index.model.prefixes) : dialect;
    const activity = isA(element, 'bpmn:Activity');
    const mappings = mappingsOf(element, dialect);
    const data = loopData(element, mappings);
    const events = eventDefinitions(element, context);
    const readEvent = (definition: BpmnElement) => toEvents(element, definition, context)[0] ?? null;
    const started = (list: readonly BpmnElement[]): readonly number[] =>
      // what a message flow leads to is started by its message, however the start event is drawn
      type === 'eventSubProcess' ? indexes(list) : indexes(list.filter((node) => !isStartedByFlow(node, links)));
    const host = type === 'boundaryEvent' ? at(one(element, 'attachedToRef')) : -1;
    if (type === 'boundaryEvent' && host === -1) {
      throw structureBroken(index.model, element, 'is not attached to an activity', '没有附着在活动上');
    }
    const fallback = element.get('default') === undefined ? undefined : one(element, 'default');
    return {
      index: position,
      id: idOf(element),
      name: nameOf(element),
      type,
      parent,
      incoming: incoming[position] ?? [],
      outgoing: outgoing[position] ?? [],
      defaultFlow: fallback ? (flowIndex.get(idOf(fallback)) ?? -1) : -1,
      events,
      attachedTo: host,
      boundary: isA(element, 'bpmn:Activity') ? indexes(index.boundary(element)) : [],
      interrupting: isInterrupting(element, type),
      children: indexes(inside),
      starts: scope ? started(startsOf(index, element)) : [],
      implicitStarts: scope && type !== 'eventSubProcess' ? indexes(implicitStartsOf(index, element)) : [],
      eventSubProcesses: indexes(inside.filter(isEventSubProcess)),
      linkTarget: type === 'intermediateThrowEvent' ? at(linkTarget(index, element)) : -1,
      parallelMultiple: isA(element, 'bpmn:CatchEvent') && flag(element, 'parallelMultiple') && events.length > 1,
      startQuantity: activity ? quantityOf(element, 'startQuantity') : 1,
      completionQuantity: activity ? quantityOf(element, 'completionQuantity') : 1,
      loop: activity ? loopOf(element, dialect, data, readEvent) : null,
      compensation: at(handlers.get(element)),
      isForCompensation: activity && flag(element, 'isForCompensation'),
      activationCondition: type === 'complexGateway' ? expressionOf(element, 'activationCondition') : null,
      adHoc: adHocOf(element, dialect),
      parallelInstantiate: type === 'eventBasedGateway' && text(element, 'eventGatewayType') === 'Parallel',
      ...mappings,
      outputs: data.outputs,
      dataNames: scope ? dataNames(element) : [],
      decision: type === 'businessRuleTask' ? decisionOf(work, ofWork) : null,
      callBinding: type === 'callActivity' ? callBindingOf(element, dialect) : null,
      script: type === 'scriptTask' ? scriptOf(work, ofWork) : null,
      calledElement: type === 'callActivity' ? (dialect.calledElement ?? text(element, 'calledElement') ?? null) : null,
      instantiate: (type === 'eventBasedGateway' || type === 'receiveTask') && flag(element, 'instantiate'),
      lane,
      business: global
        ? withOwnOf(businessOf(element, dialect), businessOf(work, ofWork))
        : businessOf(element, dialect),
    } satisfies GraphNode;
  });
}

function typeOf({ index }: Parts, element: BpmnElement): NodeType {
  if (element.$type === 'bpmn:Process') return 'process';
  const type = nodeType(element);
  if (type) return type;
  throw structureBroken(index.model, element, 'cannot stand in a process', '不能出现在流程中');
}

/** A none start event that a message flow leads to waits for that message (BPMN 2.0.2, 10.5.2). */
function isStartedByFlow(node: BpmnElement, links: MessageLinks): boolean {
  return node.$type === 'bpmn:StartEvent' && links.received.has(node);
}

/** What the call says of the work goes before what the global task that it calls says. */
function withOwnOf(call: NodeBusiness, task: NodeBusiness): NodeBusiness {
  return {
    ...call,
    form: call.form ?? task.form,
    fieldBudget: call.form ? call.fieldBudget : task.fieldBudget,
    assignment: call.assignment ?? task.assignment,
    connector: call.connector ?? task.connector,
    playbook: { ...task.playbook, ...call.playbook },
  };
}

/** Quantities are 1 unless the file says another number; the validator refuses those below 1. */
function quantityOf(element: BpmnElement, property: string): number {
  const quantity = element.get(property);
  return typeof quantity === 'number' && Number.isInteger(quantity) && quantity > 0 ? quantity : 1;
}

function isInterrupting(element: BpmnElement, type: NodeType): boolean {
  if (type === 'boundaryEvent') return element.get('cancelActivity') !== false;
  if (type === 'startEvent') return element.get('isInterrupting') !== false;
  return true;
}

/** The catching link of the same name in the same scope (BPMN 2.0.2, 10.5.1). */
function linkTarget(index: ModelIndex, thrower: BpmnElement): BpmnElement | undefined {
  const link = definitionsOf(thrower).find((definition) => definition.$type === 'bpmn:LinkEventDefinition');
  if (!link || !thrower.$parent) return undefined;
  const name = linkName(thrower, link);
  return index
    .nodesOf(thrower.$parent)
    .find(
      (node) =>
        node.$type === 'bpmn:IntermediateCatchEvent' &&
        definitionsOf(node).some(
          (definition) => definition.$type === 'bpmn:LinkEventDefinition' && linkName(node, definition) === name,
        ),
    );
}

function scriptOf(
  element: BpmnElement,
  dialect: {
    readonly script?: { readonly language: string; readonly source: string };
    readonly resultVariable?: string;
  },
): GraphNode['script'] {
  const source = text(element, 'script');
  const resultVariable = text(element, 'dw:resultVariable') ?? dialect.resultVariable ?? '';
  const language = text(element, element.$type === 'bpmn:GlobalScriptTask' ? 'scriptLanguage' : 'scriptFormat') ?? '';
  if (source !== undefined) return { language, source, resultVariable };
  return dialect.script ? { ...dialect.script, resultVariable } : null;
}
