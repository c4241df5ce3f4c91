import { definitionsOf } from '../compile/eventDefinitions.ts';
import { startsOf } from '../compile/startsOf.ts';
import { describe } from '../describe.ts';
import { isEventSubProcess, runnableProcesses } from '../ModelIndex.ts';
import { extensions, flag, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** How processes and subprocesses begin (BPMN 2.0.2, 10.5.2 and 10.3.5). */
export const scopeStarts: Rule = (context) => {
  const { index, report } = context;
  for (const process of runnableProcesses(index)) {
    if (index.nodesOf(process).some(starts)) continue;
    const words = describe(process);
    // BPMN begins such a process at what no flow leads to; a deal begins at a start event with its form
    const sales = extensions(process, 'dw:Stages').length > 0;
    report(process, {
      rule: 'process-start-missing',
      severity: sales ? 'error' : 'warning',
      en: `${words.en} has no start event${sales ? ', so no deal can be started in it' : ''}. Add a start event and connect it to the first step.`,
      zh: `${words.zh}没有开始事件${sales ? '，无法在其中新建商机' : ''}。请添加开始事件并连接到第一个步骤。`,
      section: '10.5.2',
    });
  }
  for (const scope of index.scopes) {
    if (scope.$type === 'bpmn:Process') continue;
    if (isEventSubProcess(scope)) checkEventSubProcess(context, scope);
    else checkSubProcess(context, scope);
  }
};

/** A start event, or what creates an instance without one (BPMN 2.0.2, 10.3.3.3 and 10.6.6). */
function starts(node: BpmnElement): boolean {
  if (node.$type === 'bpmn:StartEvent') return true;
  return (node.$type === 'bpmn:ReceiveTask' || node.$type === 'bpmn:EventBasedGateway') && flag(node, 'instantiate');
}

function checkSubProcess({ index, report }: RuleContext, scope: BpmnElement): void {
  const inside = index.nodesOf(scope);
  const words = describe(scope);
  for (const start of inside) {
    if (start.$type !== 'bpmn:StartEvent' || definitionsOf(start).length === 0) continue;
    report(start, {
      rule: 'subprocess-start-trigger',
      severity: 'error',
      en: `${words.en} begins with an event that waits for a trigger; inside a subprocess only a plain start event is allowed.`,
      zh: `${words.zh}以带触发条件的事件开始；子流程内部只能使用普通开始事件。`,
      section: '10.5.2',
    });
  }
  if (inside.length > 0 && scope.$type !== 'bpmn:AdHocSubProcess' && startsOf(index, scope).length === 0) {
    report(scope, {
      rule: 'subprocess-start-missing',
      severity: 'error',
      en: `${words.en} has no place to begin: add a plain start event inside.`,
      zh: `${words.zh}没有起点：请在其中添加普通开始事件。`,
      section: '10.5.2',
    });
  }
}

function checkEventSubProcess({ index, report }: RuleContext, scope: BpmnElement): void {
  const words = describe(scope);
  const starts = index.nodesOf(scope).filter((node) => node.$type === 'bpmn:StartEvent');
  if (starts.length !== 1) {
    report(scope, {
      rule: 'event-subprocess-start-count',
      severity: 'error',
      en: `${words.en} is an event subprocess and needs exactly one start event; it has ${starts.length}.`,
      zh: `${words.zh}是事件子流程，必须有且只有一个开始事件；现有 ${starts.length} 个。`,
      section: '10.3.5',
    });
  }
  for (const start of starts) {
    if (definitionsOf(start).length > 0) continue;
    report(start, {
      rule: 'event-subprocess-start-trigger',
      severity: 'error',
      en: `${words.en} never begins: give its start event a trigger (message, timer, signal or error).`,
      zh: `${words.zh}永远不会开始：请为其开始事件设置触发条件（消息、定时器、信号或错误）。`,
      section: '10.3.5',
    });
  }
  if (index.incoming(scope).length + index.outgoing(scope).length > 0) {
    report(scope, {
      rule: 'event-subprocess-flow',
      severity: 'error',
      en: `${words.en} is an event subprocess: no sequence flow may enter or leave it.`,
      zh: `${words.zh}是事件子流程：不能有顺序流进入或离开。`,
      section: '10.3.5',
    });
  }
}
