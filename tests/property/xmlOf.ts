import type { EventDefinition } from '../../packages/bpmn/src/index.ts';
import type { DrawnModel, DrawnProcess } from '../../packages/engine/src/testing/random/index.ts';
import { attributes, element, expression, type Xml } from './xml.ts';
import { eventXml } from './eventXml.ts';
import { loopXml } from './loopXml.ts';

type Node = DrawnProcess['nodes'][string];

/** A drawn model as a BPMN file: the main process first, then those that it calls. */
export function xmlOf({ main, called }: DrawnModel): string {
  const processes = [main, ...called];
  const events = processes.flatMap(({ nodes }) => Object.values(nodes).flatMap((node) => node.events ?? []));
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:dw="urn:dealwright:bpmn:1" id="file" targetNamespace="urn:random">
${rootsXml(events)}${processes.map(processXml).join('')}</bpmn:definitions>
`;
}

/** The messages, signals, errors and escalations that events refer to. */
function rootsXml(events: readonly EventDefinition[]): Xml {
  const roots = events.flatMap((event): string[] => {
    if (event.kind === 'message' || event.kind === 'signal') {
      return [element(event.kind, { id: event.name, name: event.name })];
    }
    if ((event.kind !== 'error' && event.kind !== 'escalation') || event.code === null) return [];
    return [element(event.kind, { id: event.code, name: event.code, [`${event.kind}Code`]: event.code })];
  });
  return [...new Set(roots)].join('');
}

function processXml(process: DrawnProcess): Xml {
  return element('process', { id: process.id, name: process.id, isExecutable: 'true' }, scopeXml(process, null));
}

/** The elements of a scope, then its flows and associations. */
function scopeXml(process: DrawnProcess, scope: string | null): Xml {
  const inside = Object.entries(process.nodes).filter(([, node]) => (node.in ?? null) === scope);
  const ids = new Set(inside.map(([id]) => id));
  const flows = process.flows.map(readFlow).filter(({ source }) => ids.has(source));
  return [
    ...inside.map(([id, node]) => nodeXml(process, id, node)),
    ...flows.map(flowXml),
    ...inside.flatMap(([id, node]) => associationXml(process, id, node)),
  ].join('');
}

interface Flow {
  readonly source: string;
  readonly target: string;
  readonly condition: string | null;
  readonly isDefault: boolean;
}

function readFlow(text: string): Flow {
  const [, source = '', target = '', isDefault, condition] = /^(\w+) > (\w+)(?:( default)|: (.+))?$/.exec(text) ?? [];
  return { source, target, condition: condition ?? null, isDefault: isDefault !== undefined };
}

/** The id that a flow has in the file. */
function flowId({ source, target }: Pick<Flow, 'source' | 'target'>): string {
  return `${source}_${target}`;
}

function flowXml(flow: Flow): Xml {
  const condition = flow.condition === null ? '' : expression('conditionExpression', flow.condition);
  return element('sequenceFlow', { id: flowId(flow), sourceRef: flow.source, targetRef: flow.target }, condition);
}

function nodeXml(process: DrawnProcess, id: string, node: Node): Xml {
  const fallback = process.flows.map(readFlow).find(({ source, isDefault }) => isDefault && source === id);
  return element(
    TAGS[node.type] ?? node.type,
    { id, ...(fallback ? { default: flowId(fallback) } : {}), ...attributes(node) },
    [
      extensionsXml(node),
      ...(isTask(node) ? [] : (node.events ?? []).map((event) => eventXml(process, event))),
      node.loop ? loopXml(node.loop) : '',
      SCOPES.has(node.type) ? scopeXml(process, id) : '',
      node.adHoc?.completionCondition ? expression('completionCondition', node.adHoc.completionCondition) : '',
      node.script ? element('script', {}, node.script.source.replaceAll('<', '&lt;')) : '',
      node.activationCondition === undefined ? '' : expression('activationCondition', node.activationCondition),
    ].join(''),
  );
}

const TAGS: Readonly<Partial<Record<Node['type'], string>>> = { eventSubProcess: 'subProcess' };
const SCOPES: ReadonlySet<string> = new Set(['subProcess', 'transaction', 'adHocSubProcess', 'eventSubProcess']);

function isTask({ type }: Node): boolean {
  return type === 'sendTask' || type === 'receiveTask';
}

function extensionsXml({ inputs = [], outputs = [], business, events = [] }: Node): Xml {
  const mapping = (tag: string) => (one: (typeof inputs)[number]) =>
    element(tag, { name: one.name, value: 'value' in one ? one.value : one.from });
  const io = [...inputs.map(mapping('dw:input')), ...outputs.map(mapping('dw:output'))].join('');
  const connector = business?.connector;
  const correlation = events.flatMap((event) => (event.kind === 'message' ? (event.correlation ?? []) : []))[0];
  const inside = [
    io === '' ? '' : element('dw:io', {}, io),
    connector
      ? element('dw:connector', {
          type: connector.type,
          retries: String(connector.retries),
          backoff: connector.backoff,
        })
      : '',
    correlation === undefined ? '' : element('dw:correlation', { key: correlation }),
  ].join('');
  return inside === '' ? '' : element('extensionElements', {}, inside);
}

/** From the compensation event on an activity's border to the activity that undoes it. */
function associationXml({ nodes }: DrawnProcess, id: string, { compensation }: Node): Xml[] {
  if (compensation === undefined) return [];
  const [edge] =
    Object.entries(nodes).find(
      ([, node]) => node.attachedTo === id && node.events?.some(({ kind }) => kind === 'compensation'),
    ) ?? [];
  const ends = { sourceRef: edge ?? '', targetRef: compensation };
  return [element('association', { id: `undoes_${id}`, associationDirection: 'One', ...ends })];
}
