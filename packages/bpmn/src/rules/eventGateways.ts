import { definitionsOf } from '../compile/eventDefinitions.ts';
import { describe } from '../describe.ts';
import { one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

const TRIGGERS = new Set([
  'bpmn:MessageEventDefinition',
  'bpmn:SignalEventDefinition',
  'bpmn:TimerEventDefinition',
  'bpmn:ConditionalEventDefinition',
]);

/** An event-based gateway leads only to what can happen (BPMN 2.0.2, 10.6.6). */
export const eventGateways: Rule = ({ index, report, needed }) => {
  for (const gateway of index.nodes) {
    if (gateway.$type !== 'bpmn:EventBasedGateway') continue;
    const words = describe(gateway);
    const flows = index.outgoing(gateway);
    const targets = flows.flatMap((flow) => one(flow, 'targetRef') ?? []);
    if (flows.length < 2) {
      report(gateway, {
        rule: 'event-gateway-outgoing',
        severity: needed(gateway),
        en: `${words.en} needs at least two outgoing flows, one for each event it waits for.`,
        zh: `${words.zh}至少需要两条流出的顺序流，每个等待的事件一条。`,
        section: '10.6.6',
      });
    }
    for (const target of targets) {
      const to = describe(target);
      if (!isWaiting(target)) {
        report(target, {
          rule: 'event-gateway-target',
          severity: 'error',
          en: `${words.en} leads to ${to.en}; only message, timer and signal catch events or receive tasks may follow it.`,
          zh: `${words.zh}连到了${to.zh}；其后只能是消息、定时器、信号捕获事件或接收任务。`,
          section: '10.6.6',
        });
      } else if (index.incoming(target).length > 1) {
        report(target, {
          rule: 'event-gateway-target-incoming',
          severity: 'error',
          en: `${to.en} follows ${words.en} and so must have no other incoming flow.`,
          zh: `${to.zh}位于${words.zh}之后，不能再有其他流入的顺序流。`,
          section: '10.6.6',
        });
      }
    }
    for (const target of targets) {
      if (target.$type !== 'bpmn:ReceiveTask' || index.boundary(target).length === 0) continue;
      const to = describe(target);
      report(target, {
        rule: 'event-gateway-target-boundary',
        severity: 'error',
        en: `${to.en} follows ${words.en} and so must have no events attached.`,
        zh: `${to.zh}位于${words.zh}之后，不能附着边界事件。`,
        section: '10.6.6',
      });
    }
    const messages = targets.some((target) =>
      definitionsOf(target).some((definition) => definition.$type === 'bpmn:MessageEventDefinition'),
    );
    if (messages && targets.some((target) => target.$type === 'bpmn:ReceiveTask')) {
      report(gateway, {
        rule: 'event-gateway-mixed',
        severity: 'error',
        en: `${words.en} leads to both message events and receive tasks; use one kind.`,
        zh: `${words.zh}同时连到消息事件和接收任务；请只使用其中一种。`,
        section: '10.6.6',
      });
    }
  }
};

function isWaiting(target: BpmnElement): boolean {
  if (target.$type === 'bpmn:ReceiveTask') return true;
  if (target.$type !== 'bpmn:IntermediateCatchEvent') return false;
  const definitions = definitionsOf(target);
  return definitions.length > 0 && definitions.every((definition) => TRIGGERS.has(definition.$type));
}
