import { extensions, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Assignment } from '../ProcessGraph.ts';
import type { Dialect } from './Dialect.ts';
import { juelToFeel } from './juelToFeel.ts';

/** Attributes that say nothing about how a model runs here, so their absence of effect needs no report. */
const HARMLESS = new Set(['historyTimeToLive', 'versionTag', 'isStartableInTasklist', 'diagramRelationId']);

/** Camunda 7: assignee, candidate groups, external task topics, result variables. */
export const camunda: Dialect = {
  name: 'Camunda 7',
  uri: 'http://camunda.org/schema/1.0/bpmn',
  read(element, prefix) {
    const rest = new Map<string, string>();
    for (const [name, value] of Object.entries(element.$attrs)) {
      if (name.startsWith(`${prefix}:`)) rest.set(name.slice(prefix.length + 1), value);
    }
    const take = (name: string): string | undefined => {
      const value = rest.get(name);
      rest.delete(name);
      return value;
    };
    for (const name of HARMLESS) rest.delete(name);
    const assignment = assignmentOf(take('assignee'), take('candidateUsers'), take('candidateGroups'));
    const topic = take('topic');
    if (topic !== undefined) take('type');
    const resultVariable = take('resultVariable');
    return {
      ...(assignment && { assignment }),
      ...(topic !== undefined && {
        connector: { type: topic, retries: 3, backoff: 'PT1M', inputs: [], outputs: [] },
      }),
      ...(resultVariable !== undefined && { resultVariable }),
      unmapped: [...[...rest.keys()].map((name) => `${prefix}:${name}`), ...foreignElements(element, prefix)],
    };
  },
};

function assignmentOf(
  assignee: string | undefined,
  users: string | undefined,
  groups: string | undefined,
): Assignment | undefined {
  if (assignee !== undefined) {
    const feel = juelToFeel(assignee);
    return feel === null
      ? { rule: 'person', value: assignee, approve: 'any' }
      : { rule: 'expression', value: feel, approve: 'any' };
  }
  if (groups !== undefined) return { rule: 'group', value: groups.split(',')[0]?.trim() ?? groups, approve: 'any' };
  if (users !== undefined) return { rule: 'person', value: users.split(',')[0]?.trim() ?? users, approve: 'any' };
  return undefined;
}

/** Names of the extension elements of one prefix on the element. */
export function foreignElements(element: BpmnElement, prefix: string): readonly string[] {
  return extensions(element)
    .map((extension) => extension.$type)
    .filter((type) => type.startsWith(`${prefix}:`));
}
