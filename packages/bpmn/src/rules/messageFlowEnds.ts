import { definitionsOf } from '../compile/eventDefinitions.ts';
import { describe } from '../describe.ts';
import { isA, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** What kind of end a node can be of a message flow; null: none. */
type Ends = { readonly source: boolean; readonly target: boolean } | null;

/**
 * What a message flow may lead from and to: pools, activities and events, and of the events those that exchange
 * messages (BPMN 2.0.2, 7.6.2, 9.4, 10.5.2 to 10.5.4, "Message Flow Connections").
 */
export const messageFlowEnds: Rule = (context) => {
  for (const flow of context.index.elements) {
    if (flow.$type !== 'bpmn:MessageFlow') continue;
    for (const [side, en, zh] of [
      ['source', 'starts at', '从'],
      ['target', 'leads to', '连到'],
    ] as const) {
      const end = one(flow, `${side}Ref`);
      if (end) check(context, flow, end, side, en, zh);
    }
  }
};

function check(
  { report, byTheBook }: RuleContext,
  flow: BpmnElement,
  end: BpmnElement,
  side: 'source' | 'target',
  en: string,
  zh: string,
): void {
  const ends = endsOf(end);
  const what = describe(end);
  const words = describe(flow);
  if (!ends) {
    report(flow, {
      rule: 'message-flow-end-kind',
      severity: 'error',
      en: `${words.en} ${en} ${what.en}; messages are exchanged only between pools, activities and events.`,
      zh: `${words.zh}${zh}${what.zh}${side === 'source' ? '发出' : ''}；消息只能在泳池、活动和事件之间传递。`,
      section: '7.6.2',
    });
  } else if (!ends[side]) {
    report(flow, {
      rule: side === 'source' ? 'message-flow-not-sender' : 'message-flow-not-receiver',
      severity: byTheBook(end) || never(end, side) ? 'error' : 'warning',
      en: `${words.en} ${en} ${what.en}, which ${side === 'source' ? 'sends' : 'receives'} no message.`,
      zh: `${words.zh}${zh}${what.zh}${side === 'source' ? '发出，但它不发送消息' : '，但它不接收消息'}。`,
      section: '7.6.2',
    });
  }
}

/** A start event can never send and an end event never receive; a plain one may be meant to do what is drawn. */
function never(end: BpmnElement, side: 'source' | 'target'): boolean {
  return side === 'source' ? end.$instanceOf('bpmn:CatchEvent') : end.$instanceOf('bpmn:ThrowEvent');
}

function endsOf(end: BpmnElement): Ends {
  if (end.$type === 'bpmn:Participant') return { source: true, target: true };
  if (end.$type === 'bpmn:SendTask') return { source: true, target: false };
  if (end.$type === 'bpmn:ReceiveTask') return { source: false, target: true };
  if (isA(end, 'bpmn:Activity')) return { source: true, target: true };
  if (isA(end, 'bpmn:CatchEvent')) return { source: false, target: handlesMessage(end) };
  if (isA(end, 'bpmn:ThrowEvent')) return { source: handlesMessage(end), target: false };
  return null;
}

function handlesMessage(event: BpmnElement): boolean {
  return definitionsOf(event).some(({ $type }) => $type === 'bpmn:MessageEventDefinition');
}
