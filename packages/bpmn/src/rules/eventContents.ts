import { definitionsOf, messageOf, timerOf } from '../compile/eventDefinitions.ts';
import { messageLinks } from '../compile/messageLinks.ts';
import { describe } from '../describe.ts';
import { isTimerSource } from '../duration/isTimerSource.ts';
import { extensions, nameOf, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import { readDialects } from '../dialects/readDialects.ts';
import { processOf } from '../ModelIndex.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** What a message, signal, timer or error event must say to be of use (BPMN 2.0.2, 10.5.5). */
export const eventContents: Rule = (context) => {
  const { sent, received } = messageLinks(context.index);
  for (const node of context.index.nodes) {
    // a message flow says which message is meant; to the letter, an executable process names it all the same
    const told = (sent.has(node) || received.has(node)) && !context.byTheBook(node);
    if (node.$type === 'bpmn:ReceiveTask' || node.$type === 'bpmn:SendTask') checkMessage(context, node, node, told);
    for (const definition of definitionsOf(node)) {
      if (definition.$type === 'bpmn:MessageEventDefinition') checkMessage(context, node, definition, told);
      if (definition.$type === 'bpmn:SignalEventDefinition') checkSignal(context, node, definition);
      if (definition.$type === 'bpmn:TimerEventDefinition') checkTimer(context, node, definition);
      if (definition.$type === 'bpmn:ErrorEventDefinition') checkError(context, node, definition);
    }
  }
};

function checkMessage(
  { index, report, needed, byTheBook }: RuleContext,
  node: BpmnElement,
  holder: BpmnElement,
  told: boolean,
): void {
  const words = describe(node);
  const message = byTheBook(node) ? one(holder, 'messageRef') : messageOf(holder);
  const connected = node.$type === 'bpmn:SendTask' && extensions(node, 'dw:Connector').length > 0;
  if (!message) {
    if (connected || told) return;
    report(node, {
      rule: 'message-missing',
      severity: node.$type === 'bpmn:SendTask' ? 'warning' : needed(node),
      en: `${words.en} names no message: choose or create the message it is about.`,
      zh: `${words.zh}没有指定消息：请选择或新建对应的消息。`,
      section: '10.5.5',
    });
    return;
  }
  if (nameOf(message) === '') {
    report(message, {
      rule: 'message-name-missing',
      severity: 'warning',
      en: `${describe(message).en} has no name; others must use its id to send it.`,
      zh: `${describe(message).zh}没有名称；外部系统只能用其标识发送。`,
      section: '8.4.11',
    });
  }
  // a message that starts a process makes a new instance: there is nothing to correlate with
  const process = processOf(node);
  const waits =
    node.$type === 'bpmn:ReceiveTask' || (node.$type !== 'bpmn:SendTask' && node.$instanceOf('bpmn:CatchEvent'));
  if (!waits || (node.$type === 'bpmn:StartEvent' && node.$parent === process)) return;
  if (extensions(node, 'dw:Correlation').length > 0) return;
  if (readDialects(message, index.model.prefixes).correlation !== undefined) return;
  report(node, {
    rule: 'message-correlation-missing',
    severity: 'warning',
    en: `${words.en} waits for a message without a correlation key: only messages that name the deal itself will reach it.`,
    zh: `${words.zh}等待消息，但没有设置关联键：只有直接指明商机的消息才能送达。`,
    section: '8.4.2',
  });
}

function checkSignal({ report, needed }: RuleContext, node: BpmnElement, definition: BpmnElement): void {
  if (one(definition, 'signalRef')) return;
  report(node, {
    rule: 'signal-missing',
    severity: needed(node),
    en: `${describe(node).en} names no signal: choose or create one.`,
    zh: `${describe(node).zh}没有指定信号：请选择或新建信号。`,
    section: '10.5.5',
  });
}

function checkTimer({ report, needed }: RuleContext, node: BpmnElement, definition: BpmnElement): void {
  const timer = timerOf(definition);
  const words = describe(node);
  const filled = ['timeDate', 'timeDuration', 'timeCycle'].filter((name) => one(definition, name));
  if (filled.length > 1) {
    report(node, {
      rule: 'timer-several',
      severity: 'error',
      en: `${words.en} has ${filled.length} times; a timer has a date, a duration or a cycle, not several.`,
      zh: `${words.zh}设置了 ${filled.length} 个时间；定时器只能设置日期、时长、周期中的一种。`,
      section: '10.5.5',
    });
  }
  if (!timer) {
    report(node, {
      rule: 'timer-missing',
      severity: needed(node),
      en: `${words.en} has no time: give a date, a duration such as P3D (3 days), or a cycle.`,
      zh: `${words.zh}没有设置时间：请填写日期、时长（如 P3D 表示 3 天）或周期。`,
      section: '10.5.5',
    });
  } else if (!isTimerSource(timer)) {
    report(node, {
      rule: 'timer-format',
      severity: 'error',
      en: `${words.en}: "${timer.source}" is not a valid ${timer.type}. Write durations as P3D, PT8H; dates as 2026-03-31T09:00:00Z; cycles as R3/P1D or 0 9 * * MON-FRI.`,
      zh: `${words.zh}：“${timer.source}”不是有效的${{ date: '日期', duration: '时长', cycle: '周期' }[timer.type]}。时长写作 P3D、PT8H；日期写作 2026-03-31T09:00:00Z；周期写作 R3/P1D 或 0 9 * * MON-FRI。`,
      section: '10.5.5',
    });
  }
}

function checkError({ report, needed }: RuleContext, node: BpmnElement, definition: BpmnElement): void {
  // catching without a code catches every error; throwing needs one
  if (node.$type !== 'bpmn:EndEvent' || one(definition, 'errorRef')) return;
  report(node, {
    rule: 'error-missing',
    severity: needed(node),
    en: `${describe(node).en} throws an error without saying which: choose or create an error with a code.`,
    zh: `${describe(node).zh}抛出错误但未指定错误：请选择或新建带错误码的错误。`,
    section: '10.5.5',
  });
}
