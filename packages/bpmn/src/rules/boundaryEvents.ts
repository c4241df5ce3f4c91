import { definitionsOf } from '../compile/eventDefinitions.ts';
import { describe } from '../describe.ts';
import { isA, one } from '../moddle/BpmnElement.ts';
import type { Problem } from '../Problem.ts';
import type { Rule } from './Rule.ts';

/** Events on the border of an activity (BPMN 2.0.2, 10.5.4). */
export const boundaryEvents: Rule = ({ index, report, needed }) => {
  for (const node of index.nodes) {
    if (node.$type !== 'bpmn:BoundaryEvent') continue;
    const words = describe(node);
    const problem = (rule: string, en: string, zh: string, severity: Problem['severity'] = 'error') =>
      report(node, { rule, severity, en: `${words.en} ${en}`, zh: `${words.zh}${zh}`, section: '10.5.4' });
    const host = one(node, 'attachedToRef');
    const definitions = definitionsOf(node);
    const types = definitions.map((definition) => definition.$type);

    if (!host || !isA(host, 'bpmn:Activity')) {
      problem('boundary-not-attached', 'is not attached to a task or subprocess.', '没有附着在任务或子流程上。');
    } else if (host.$parent !== node.$parent) {
      problem(
        'boundary-other-scope',
        'is attached to an activity of another subprocess.',
        '附着在另一个子流程中的活动上。',
      );
    }
    if (index.incoming(node).length > 0) {
      problem(
        'boundary-incoming',
        'has an incoming sequence flow; a boundary event can only be left.',
        '有流入的顺序流；边界事件只能流出。',
      );
    }
    if (definitions.length === 0) {
      problem(
        'boundary-trigger-missing',
        'has no trigger: choose timer, message, signal, error or another.',
        '没有触发条件：请选择定时器、消息、信号、错误等。',
      );
    }
    if (
      node.get('cancelActivity') === false &&
      (types.includes('bpmn:ErrorEventDefinition') || types.includes('bpmn:CancelEventDefinition'))
    ) {
      problem(
        'boundary-error-interrupts',
        'catches an error or a cancelled transaction and so must interrupt the activity.',
        '捕获错误或事务取消，必须中断所附着的活动。',
      );
    }
    if (!types.includes('bpmn:CompensateEventDefinition') && index.outgoing(node).length === 0) {
      problem(
        'boundary-outgoing-missing',
        'leads nowhere: connect it to what should happen then.',
        '没有后续步骤：请连接触发后要执行的步骤。',
        needed(node),
      );
    }
  }
};
