import type { Completed } from '../types/State.ts';
import type { JsonObject } from '../types/Json.ts';
import { unsettle } from './unsettle.ts';
import { nodeAt } from './openWalk.ts';
import { isLoopBody } from './tokenKinds.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';
import type { GraphNode } from '@dealwright/bpmn';

/**
 * Notes in its scope that an activity was completed, if something can compensate it (BPMN 2.0.2, 10.7). Only what has
 * been completed can be compensated; a repeated activity is noted once for each of its instances.
 */
export function logCompletion(walk: Walk, token: LiveToken): void {
  const { node, data, scope } = token;
  if (node.compensation < 0 || data.reopened || isLoopBody(token) || isScope(node)) return;
  if (data.worksFor !== undefined) return;
  scope.log.push({ node: node.index, ...(data.local ? { vars: data.local } : {}) });
  unsettle(walk, scope);
}

/**
 * The same for a subprocess, with its variables as they were at its end and what was completed inside, so that its
 * compensation finds both (the snapshot of 13.5.5). It is noted when it has a handler, inside or on its border, or
 * holds anything that has one.
 */
export function logScope(walk: Walk, owner: LiveToken, inner: LiveScope): void {
  const { node, data, scope } = owner;
  if (data.reopened || data.worksFor !== undefined) return;
  const compensable = node.compensation >= 0 || inner.log.length > 0 || compensationStart(walk, node) !== null;
  if (!compensable) return;
  const vars: JsonObject = inner.vars;
  const entry: Completed = { node: node.index, log: inner.log, ...(Object.keys(vars).length > 0 ? { vars } : {}) };
  scope.log.push(entry);
}

/** The start event of a subprocess's compensation event subprocess, or null. */
export function compensationStart(walk: Walk, node: GraphNode): GraphNode | null {
  for (const index of node.eventSubProcesses) {
    for (const child of nodeAt(walk.graph, index).children) {
      const start = nodeAt(walk.graph, child);
      if (start.type === 'startEvent' && start.events.some((event) => event.kind === 'compensation')) return start;
    }
  }
  return null;
}

function isScope(node: GraphNode): boolean {
  return node.type === 'subProcess' || node.type === 'transaction' || node.type === 'adHocSubProcess';
}
