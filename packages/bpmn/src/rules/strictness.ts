import { processOf, type ModelIndex } from '../ModelIndex.ts';
import { flag, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { RuleContext, ValidateOptions } from './Rule.ts';

/** Namespaces of engines and their modelers: who writes one says in that engine's terms what BPMN leaves to it. */
const VENDORS: readonly RegExp[] = [
  /^http:\/\/camunda\.org\/schema\//,
  /^http:\/\/activiti\.(?:org|com)\//,
  /^http:\/\/flowable\.org\//,
  /^http:\/\/www\.jboss\.org\/drools/,
];
const OWN = 'urn:dealwright:bpmn:1';

/**
 * How strictly a model is judged. BPMN 2.0.2 asks more of a process that says `isExecutable="true"` than of one that is
 * there to be looked at (8.4.6, 10.2, and "MUST be specified for executable Processes" in the attribute tables).
 *
 * - A drawing (not marked executable) may be unfinished: what is missing is a warning.
 * - An executable process must say everything that running it needs.
 * - One that is written for a vendor's engine says part of it elsewhere than BPMN provides: a message is bound by its
 *   name and not by an operation, a script by an engine's name for its language. It is not held to the letter.
 * - A deployment is about this engine: all that running needs must be there, and nothing else.
 */
export function strictness(
  index: ModelIndex,
  { purpose = 'specification' }: ValidateOptions,
): Pick<RuleContext, 'needed' | 'byTheBook'> {
  const namespaces = [...index.model.prefixes.keys()];
  const vendor = namespaces.some((uri) => VENDORS.some((pattern) => pattern.test(uri)));
  const own = namespaces.includes(OWN);
  const anyExecutable = index.processes.some(isExecutable);
  const executable = (element: BpmnElement): boolean => {
    const process = processOf(element);
    return process ? isExecutable(process) : anyExecutable;
  };
  // a file of global tasks, data and messages alone is there for processes of other files to use
  const library = index.processes.length === 0;
  return {
    needed: (element) => (purpose === 'deployment' || (!vendor && executable(element)) ? 'error' : 'warning'),
    byTheBook: (element) => purpose === 'specification' && !vendor && !own && (library || executable(element)),
  };
}

function isExecutable(process: BpmnElement): boolean {
  return flag(process, 'isExecutable');
}
