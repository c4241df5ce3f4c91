import { definitionsOf } from '../compile/eventDefinitions.ts';
import { describe } from '../describe.ts';
import { flag, isA, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** What the engine cannot run yet, with the words a person knows it by. Remove a line when the engine learns it. */
const EVENTS: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  'bpmn:CompensateEventDefinition': ['compensation events', '补偿事件'],
  'bpmn:EscalationEventDefinition': ['escalation events', '升级事件'],
  'bpmn:ConditionalEventDefinition': ['conditional events', '条件事件'],
  'bpmn:CancelEventDefinition': ['cancel events', '取消事件'],
};
const NODES: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  'bpmn:ComplexGateway': ['complex gateways', '复杂网关'],
  'bpmn:AdHocSubProcess': ['ad-hoc subprocesses', '即席子流程'],
  'bpmn:Transaction': ['transactions', '事务子流程'],
};

/** Refuses to deploy what would otherwise be silently skipped. */
export const unsupported: Rule = ({ index, report }) => {
  for (const node of index.nodes) {
    for (const [en, zh] of lacking(node)) {
      report(node, {
        rule: 'not-supported-yet',
        severity: 'error',
        en: `${describe(node).en} uses ${en}, which cannot be run yet. Draw it another way before deploying.`,
        zh: `${describe(node).zh}使用了${zh}，目前尚不支持运行。请换一种画法后再发布。`,
      });
    }
  }
};

function lacking(node: BpmnElement): readonly (readonly [en: string, zh: string])[] {
  const found: (readonly [string, string])[] = [];
  const kind = NODES[node.$type];
  if (kind) found.push(kind);
  const definitions = definitionsOf(node);
  for (const definition of definitions) {
    const words = EVENTS[definition.$type];
    if (words) found.push(words);
  }
  if (definitions.length > 1) found.push(['several triggers in one event', '一个事件多个触发条件']);
  if (isA(node, 'bpmn:Activity')) {
    const loop = one(node, 'loopCharacteristics');
    if (loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics') found.push(['multi-instance', '多实例']);
    if (loop?.$type === 'bpmn:StandardLoopCharacteristics') found.push(['the loop marker', '循环标记']);
    if (flag(node, 'isForCompensation')) found.push(['compensation', '补偿']);
    if (node.get('startQuantity') !== 1 || node.get('completionQuantity') !== 1) {
      found.push(['a start or completion quantity', '启动数量或完成数量']);
    }
  }
  if ((node.$type === 'bpmn:EventBasedGateway' || node.$type === 'bpmn:ReceiveTask') && flag(node, 'instantiate')) {
    found.push(['starting a process from inside', '由流程内部元素启动流程']);
  }
  return found;
}
