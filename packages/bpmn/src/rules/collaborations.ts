import { describe } from '../describe.ts';
import { isA, many, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** Pools, and conversations between them (BPMN 2.0.2, 9.3 to 9.5). */
export const collaborations: Rule = (context) => {
  for (const element of context.index.elements) {
    if (element.$type === 'bpmn:ParticipantMultiplicity') checkMultiplicity(context, element);
    if (element.$type === 'bpmn:ConversationLink') checkLink(context, element);
    if (element.$type === 'bpmn:GlobalConversation') checkGlobal(context, element);
    if (element.$type === 'bpmn:Collaboration') checkPools(context, element);
  }
};

function checkMultiplicity(context: RuleContext, multiplicity: BpmnElement): void {
  const [minimum, maximum] = [numberOf(multiplicity, 'minimum'), numberOf(multiplicity, 'maximum')];
  const pool = multiplicity.$parent ?? multiplicity;
  if (minimum < 0) {
    refuse(
      context,
      pool,
      'participant-minimum',
      `stands for at least ${minimum} participants; the number must not be negative`,
      `代表的参与者最少为 ${minimum}；数量不能为负`,
      '9.3',
    );
  }
  if (maximum < Math.max(1, minimum)) {
    refuse(
      context,
      pool,
      'participant-maximum',
      `stands for at most ${maximum} participants; that must be at least 1 and not less than the minimum`,
      `代表的参与者最多为 ${maximum}；应至少为 1 且不小于最小值`,
      '9.3',
    );
  }
}

function numberOf(element: BpmnElement, name: string): number {
  const value: unknown = element.get(name);
  return typeof value === 'number' ? value : Number.NaN;
}

/** A conversation link joins a pool with a conversation. */
function checkLink(context: RuleContext, link: BpmnElement): void {
  const ends = [one(link, 'sourceRef'), one(link, 'targetRef')];
  if (ends.includes(undefined)) return;
  const talks = ends.filter((end) => end && isA(end, 'bpmn:ConversationNode')).length;
  if (talks === 1) return;
  refuse(
    context,
    link,
    'conversation-link-ends',
    'must join a pool with a conversation',
    '必须连接一个泳池与一个会话',
    '9.5',
  );
}

/** What a collaboration may hold and a global conversation, which is there to be called, may not. */
const NOT_GLOBAL = [
  'choreographyRef',
  'conversations',
  'messageFlowAssociations',
  'participantAssociations',
  'artifacts',
] as const;

function checkGlobal(context: RuleContext, conversation: BpmnElement): void {
  const associated = one(conversation, 'conversationAssociations') !== undefined;
  if (!associated && NOT_GLOBAL.every((part) => many(conversation, part).length === 0)) return;
  refuse(
    context,
    conversation,
    'global-conversation-content',
    'is a global conversation: it holds only participants, messages and correlation keys',
    '是全局会话：只能包含参与者、消息和关联键',
    '9.5',
  );
}

/** Each pool shows a process of its own. */
function checkPools(context: RuleContext, collaboration: BpmnElement): void {
  const shown = new Map<BpmnElement, BpmnElement>();
  for (const pool of many(collaboration, 'participants')) {
    const process = one(pool, 'processRef');
    const other = process && shown.get(process);
    if (other && process) {
      refuse(
        context,
        pool,
        'participant-process-twice',
        `shows ${describe(process).en}, which ${describe(other).en} shows already`,
        `展示的${describe(process).zh}已由${describe(other).zh}展示`,
        '9.3',
      );
    }
    if (process) shown.set(process, pool);
  }
}

function refuse(
  { report }: RuleContext,
  element: BpmnElement,
  rule: string,
  en: string,
  zh: string,
  section: string,
): void {
  const words = describe(element);
  report(element, { rule, severity: 'error', en: `${words.en} ${en}.`, zh: `${words.zh}${zh}。`, section });
}
