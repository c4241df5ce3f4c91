import { describe } from '../describe.ts';
import { flag, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** Receive tasks and event-based gateways that begin a process come before everything else (BPMN 2.0.2, 10.3.3 and 10.6.6). */
export const instantiation: Rule = ({ index, report }) => {
  for (const node of index.nodes) {
    const gateway = node.$type === 'bpmn:EventBasedGateway';
    if (!gateway && node.$type !== 'bpmn:ReceiveTask') continue;
    const section = gateway ? '10.6.6' : '10.3.3';
    const words = describe(node);
    const begins = flag(node, 'instantiate');
    if (begins && index.incoming(node).length > 0) {
      report(node, {
        rule: 'instantiate-incoming',
        severity: 'error',
        en: `${words.en} begins the process (instantiate) and so nothing can lead to it.`,
        zh: `${words.zh}用于启动流程（instantiate），不能有流入的顺序流。`,
        section,
      });
    }
    if (begins && !standsInProcess(node)) {
      report(node, {
        rule: 'instantiate-inside',
        severity: 'error',
        en: `${words.en} begins the process (instantiate), but stands inside a subprocess.`,
        zh: `${words.zh}用于启动流程（instantiate），但位于子流程中。`,
        section,
      });
    }
    if (gateway && !begins && text(node, 'eventGatewayType') === 'Parallel') {
      report(node, {
        rule: 'event-gateway-parallel',
        severity: 'error',
        en: `${words.en} waits for all of its events (Parallel), which only one that begins the process can do.`,
        zh: `${words.zh}要等待所有事件（Parallel），只有用于启动流程的事件网关才可以。`,
        section,
      });
    }
  }
};

function standsInProcess(node: BpmnElement): boolean {
  return node.$parent?.$type === 'bpmn:Process';
}
