import { labelsOf } from './compile/business.ts';
import { extensions, nameOf, text, type BpmnElement } from './moddle/BpmnElement.ts';

const WORDS: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  Process: ['Process', '流程'],
  Participant: ['Pool', '泳池'],
  Lane: ['Lane', '泳道'],
  Task: ['Task', '任务'],
  UserTask: ['User task', '用户任务'],
  ManualTask: ['Manual task', '人工任务'],
  ServiceTask: ['Service task', '服务任务'],
  ScriptTask: ['Script task', '脚本任务'],
  SendTask: ['Send task', '发送任务'],
  ReceiveTask: ['Receive task', '接收任务'],
  BusinessRuleTask: ['Business rule task', '业务规则任务'],
  CallActivity: ['Call activity', '调用活动'],
  SubProcess: ['Subprocess', '子流程'],
  Transaction: ['Transaction', '事务'],
  AdHocSubProcess: ['Ad-hoc subprocess', '即席子流程'],
  StartEvent: ['Start event', '开始事件'],
  EndEvent: ['End event', '结束事件'],
  IntermediateCatchEvent: ['Intermediate catch event', '中间捕获事件'],
  IntermediateThrowEvent: ['Intermediate throw event', '中间抛出事件'],
  BoundaryEvent: ['Boundary event', '边界事件'],
  ExclusiveGateway: ['Exclusive gateway', '排他网关'],
  ParallelGateway: ['Parallel gateway', '并行网关'],
  InclusiveGateway: ['Inclusive gateway', '包容网关'],
  EventBasedGateway: ['Event-based gateway', '事件网关'],
  ComplexGateway: ['Complex gateway', '复杂网关'],
  SequenceFlow: ['Sequence flow', '顺序流'],
  MessageFlow: ['Message flow', '消息流'],
  Message: ['Message', '消息'],
  Signal: ['Signal', '信号'],
  Error: ['Error', '错误'],
};

/** How a message calls an element: its kind and its name as the reader sees it, or its id when it has none. */
export function describe(element: BpmnElement): { readonly en: string; readonly zh: string } {
  const type = element.$type.replace(/^\w+:/, '');
  const words = WORDS[type] ?? [type, type];
  const labels = labelsOf(extensions(element, 'dw:Label'));
  const called = (label: string | undefined) =>
    (label ?? nameOf(element)).replace(/\s+/g, ' ') || (text(element, 'id') ?? '');
  const [en, zh] = [called(labels.en), called(labels.zh)];
  return { en: en === '' ? words[0] : `${words[0]} "${en}"`, zh: zh === '' ? words[1] : `${words[1]}“${zh}”` };
}
