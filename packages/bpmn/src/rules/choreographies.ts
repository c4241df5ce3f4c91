import { describe } from '../describe.ts';
import { isA, many, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { ModelIndex } from '../ModelIndex.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** Who takes part in the steps of a choreography, and who may begin each (BPMN 2.0.2, 11.4 and 11.5). */
export const choreographies: Rule = (context) => {
  for (const activity of context.index.nodes) {
    if (!isA(activity, 'bpmn:ChoreographyActivity') || !isInChoreography(activity)) continue;
    const participants = new Set(many(activity, 'participantRef'));
    const initiator = one(activity, 'initiatingParticipantRef');
    if (activity.$type === 'bpmn:ChoreographyTask' && participants.size !== 2) {
      refuse(
        context,
        activity,
        'choreography-participants',
        `has ${participants.size} participants; a choreography task has two`,
        `有 ${participants.size} 个参与者；编排任务必须有两个`,
      );
    }
    if (!initiator) continue;
    if (!participants.has(initiator)) {
      refuse(
        context,
        activity,
        'choreography-initiator',
        `is begun by ${describe(initiator).en}, who does not take part in it`,
        `由未参与其中的${describe(initiator).zh}发起`,
      );
    }
    for (const before of activitiesBefore(context.index, activity)) {
      if (many(before, 'participantRef').includes(initiator)) continue;
      refuse(
        context,
        activity,
        'choreography-initiator-absent',
        `is begun by ${describe(initiator).en}, who cannot know that ${describe(before).en} is over: the initiator must take part in the step before`,
        `由${describe(initiator).zh}发起，但其无法得知${describe(before).zh}已结束：发起者必须参与前一步骤`,
      );
    }
    if (activity.$type === 'bpmn:ChoreographyTask') checkMessages(context, activity, participants);
  }
};

function checkMessages(context: RuleContext, task: BpmnElement, participants: ReadonlySet<BpmnElement>): void {
  for (const flow of many(task, 'messageFlowRef')) {
    const outside = [one(flow, 'sourceRef'), one(flow, 'targetRef')].find(
      (end) => end?.$type === 'bpmn:Participant' && !participants.has(end),
    );
    if (!outside) continue;
    refuse(
      context,
      task,
      'choreography-message',
      `exchanges a message with ${describe(outside).en}, who does not take part in it`,
      `与未参与其中的${describe(outside).zh}交换消息`,
    );
  }
}

/** The choreography steps that lead to this one directly. */
function activitiesBefore(index: ModelIndex, activity: BpmnElement): readonly BpmnElement[] {
  const direct = index.incoming(activity).flatMap((flow) => one(flow, 'sourceRef') ?? []);
  return direct.filter((node) => isA(node, 'bpmn:ChoreographyActivity'));
}

function isInChoreography(activity: BpmnElement): boolean {
  for (let at = activity.$parent; at; at = at.$parent) if (at.$type === 'bpmn:Choreography') return true;
  return false;
}

function refuse({ report }: RuleContext, element: BpmnElement, rule: string, en: string, zh: string): void {
  const words = describe(element);
  report(element, { rule, severity: 'error', en: `${words.en} ${en}.`, zh: `${words.zh}${zh}。`, section: '11.5' });
}
