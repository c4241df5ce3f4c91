import { expression } from './ModelWriter.ts';

/** Event definitions as they stand in a file. Every message, signal, error and escalation has the one name there is. */
export const EVENTS = {
  message: '<bpmn:messageEventDefinition messageRef="message_m" />',
  signal: '<bpmn:signalEventDefinition signalRef="signal_s" />',
  timer: `<bpmn:timerEventDefinition>${expression('timeDuration', 'PT1H')}</bpmn:timerEventDefinition>`,
  cycle: `<bpmn:timerEventDefinition>${expression('timeCycle', 'R2/PT1H')}</bpmn:timerEventDefinition>`,
  error: '<bpmn:errorEventDefinition errorRef="error_e" />',
  escalation: '<bpmn:escalationEventDefinition escalationRef="escalation_x" />',
  compensation: '<bpmn:compensateEventDefinition />',
  cancel: '<bpmn:cancelEventDefinition />',
  terminate: '<bpmn:terminateEventDefinition />',
} as const;

export const conditional = (condition: string) =>
  `<bpmn:conditionalEventDefinition>${expression('condition', condition)}</bpmn:conditionalEventDefinition>`;

export const link = (name: string) => `<bpmn:linkEventDefinition name="${name}" />`;
