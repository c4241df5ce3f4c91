import { definitionsOf } from '../compile/eventDefinitions.ts';
import { describe } from '../describe.ts';
import { isEventSubProcess } from '../ModelIndex.ts';
import { one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

type Place = 'processStart' | 'eventSubProcessStart' | 'catch' | 'boundary' | 'throw' | 'end';

const KINDS: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  Message: ['a message', '消息'],
  Timer: ['a timer', '定时器'],
  Signal: ['a signal', '信号'],
  Error: ['an error', '错误'],
  Escalation: ['an escalation', '升级'],
  Conditional: ['a condition', '条件'],
  Compensate: ['compensation', '补偿'],
  Link: ['a link', '链接'],
  Cancel: ['cancel', '取消'],
  Terminate: ['terminate', '终止'],
};

/** Which trigger may stand where (BPMN 2.0.2, table 10.93). */
const ALLOWED: Readonly<Record<Place, ReadonlySet<string>>> = {
  processStart: new Set(['Message', 'Timer', 'Signal', 'Conditional']),
  eventSubProcessStart: new Set(['Message', 'Timer', 'Signal', 'Conditional', 'Error', 'Escalation', 'Compensate']),
  catch: new Set(['Message', 'Timer', 'Signal', 'Conditional', 'Link']),
  boundary: new Set(['Message', 'Timer', 'Signal', 'Conditional', 'Error', 'Escalation', 'Compensate', 'Cancel']),
  throw: new Set(['Message', 'Signal', 'Escalation', 'Compensate', 'Link']),
  end: new Set(['Message', 'Signal', 'Error', 'Escalation', 'Compensate', 'Cancel', 'Terminate']),
};

/** An event with a trigger that BPMN does not know at its place would be drawn but could never run as drawn. */
export const eventPlaces: Rule = ({ index, report }) => {
  for (const node of index.nodes) {
    const place = placeOf(node);
    if (!place) continue;
    const words = describe(node);
    const definitions = definitionsOf(node);
    if (place === 'catch' && definitions.length === 0) {
      report(node, {
        rule: 'catch-trigger-missing',
        severity: 'error',
        en: `${words.en} waits for nothing: choose a message, timer, signal or link.`,
        zh: `${words.zh}没有等待的触发条件：请选择消息、定时器、信号或链接。`,
        section: '10.5.4',
      });
    }
    for (const definition of definitions) {
      const kind = definition.$type.replace(/^bpmn:|EventDefinition$/g, '');
      const [en, zh] = KINDS[kind] ?? [kind, kind];
      if (!ALLOWED[place].has(kind)) {
        report(node, {
          rule: 'event-kind-not-allowed',
          severity: 'error',
          en: `${words.en} cannot be triggered by or throw ${en} at this place.`,
          zh: `${words.zh}在此处不能使用“${zh}”类型的事件。`,
          section: '10.5.5',
        });
      } else if (kind === 'Cancel' && !standsAtTransaction(node)) {
        report(node, {
          rule: 'cancel-outside-transaction',
          severity: 'error',
          en: `${words.en} cancels a transaction, but stands at none.`,
          zh: `${words.zh}用于取消事务，但不在事务子流程上。`,
          section: '10.5.5',
        });
      } else if (place === 'eventSubProcessStart' && isQuiet(node) && (kind === 'Error' || kind === 'Compensate')) {
        report(node, {
          rule: 'start-error-interrupts',
          severity: 'error',
          en: `${words.en} catches ${en} and so must interrupt.`,
          zh: `${words.zh}捕获“${zh}”，必须为中断型。`,
          section: '10.5.2',
        });
      }
    }
  }
};

function placeOf(node: BpmnElement): Place | null {
  switch (node.$type) {
    case 'bpmn:StartEvent':
      // inside an embedded subprocess no trigger is allowed at all: see scopeStarts
      if (node.$parent && isEventSubProcess(node.$parent)) return 'eventSubProcessStart';
      return node.$parent?.$type === 'bpmn:Process' ? 'processStart' : null;
    case 'bpmn:IntermediateCatchEvent':
      return 'catch';
    case 'bpmn:BoundaryEvent':
      return 'boundary';
    case 'bpmn:IntermediateThrowEvent':
      return 'throw';
    case 'bpmn:EndEvent':
      return 'end';
    default:
      return null;
  }
}

function standsAtTransaction(node: BpmnElement): boolean {
  const host = node.$type === 'bpmn:BoundaryEvent' ? one(node, 'attachedToRef') : node.$parent;
  return host?.$type === 'bpmn:Transaction';
}

function isQuiet(node: BpmnElement): boolean {
  return node.get('isInterrupting') === false;
}
