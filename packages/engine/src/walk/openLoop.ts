import type { MultiInstance, StandardLoop } from '@dealwright/bpmn';
import type { Json } from '../types/Json.ts';
import type { LoopProgress } from '../types/TokenData.ts';
import { evaluateAt, evaluateCondition, evaluateCount } from './evaluate.ts';
import { Incident } from './Incident.ts';
import { TOKEN_LIMIT } from './limits.ts';
import { loopVariables, turnVariables } from './loopVariables.ts';
import { newScope } from './openWalk.ts';
import { leave } from './phases.ts';
import { sendToken } from './tokens.ts';
import { tokenVariables, writeVariables } from './variables.ts';
import type { LiveToken, Walk } from './Walk.ts';

/**
 * A repeated activity begins (BPMN 2.0.2, 10.3.8 and 13.3.6 to 13.3.7): its instances are put into a scope of their
 * own. Throws an `Incident`, with nothing changed, when it can't be told how many there are.
 */
export function openLoop(walk: Walk, body: LiveToken): void {
  const { loop } = body.node;
  if (loop?.kind === 'standard') openStandardLoop(walk, body, loop);
  else if (loop) openMultiInstance(walk, body, loop);
}

function openStandardLoop(walk: Walk, body: LiveToken, loop: StandardLoop): void {
  const total = loop.maximum === null ? -1 : evaluateCount(walk, loop.maximum, body);
  if (total === 0 || (loop.testBefore && !goesOn(walk, body, loop, 0))) {
    leave(walk, body);
    return;
  }
  begin(walk, body, { total, started: 0, completed: 0 }, 1);
}

/** Whether a standard loop has another round after `completed` of them. */
export function goesOn(walk: Walk, body: LiveToken, loop: StandardLoop, completed: number): boolean {
  if (loop.condition === null) return true;
  return evaluateCondition(walk, loop.condition, { ...tokenVariables(body), loopCounter: completed });
}

function openMultiInstance(walk: Walk, body: LiveToken, loop: MultiInstance): void {
  const items = itemsOf(walk, body, loop);
  const total = items?.length ?? evaluateCount(walk, loop.cardinality ?? '1', body);
  if (total > TOKEN_LIMIT) throw tooMany(body, total);
  const outputs = loop.outputCollection === null ? {} : { outputs: Array.from({ length: total }, (): Json => null) };
  if (total === 0) {
    if (loop.outputCollection !== null) writeVariables(walk, body.scope, { [loop.outputCollection]: [] });
    leave(walk, body);
    return;
  }
  const kept = items && loop.sequential ? { items } : {};
  begin(walk, body, { total, started: 0, completed: 0, ...outputs, ...kept }, loop.sequential ? 1 : total, items);
}

function itemsOf(walk: Walk, body: LiveToken, loop: MultiInstance): readonly Json[] | null {
  if (loop.collection === null) return null;
  const value = evaluateAt(walk, loop.collection, body);
  if (Array.isArray(value)) return value as readonly Json[];
  const name = body.node.name || body.node.id;
  throw new Incident('collection-invalid', {
    en: `"${name}" is to be done for each entry of "${loop.collection}", which is no list.`,
    zh: `“${name}”需对“${loop.collection}”中的每一项执行，但它不是列表。`,
  });
}

function begin(
  walk: Walk,
  body: LiveToken,
  progress: LoopProgress,
  count: number,
  items: readonly Json[] | null = null,
): void {
  const multi = body.node.loop?.kind === 'multiInstance';
  const scope = newScope(walk.next++, body.node, body.scope, multi ? loopVariables(progress) : {});
  walk.scopes.set(scope.id, scope);
  scope.owner = body;
  body.inner = scope;
  body.data.scope = scope.id;
  body.data.loop = progress;
  for (let turn = 0; turn < count; turn++) startTurn(walk, body, items?.[turn]);
}

/** Puts the next instance of a repeated activity on its way. */
export function startTurn(walk: Walk, body: LiveToken, item: Json | undefined): void {
  const { loop } = body.data;
  const scope = body.inner;
  if (!loop || !scope) return;
  const turn = loop.started + 1;
  const progress = { ...loop, started: turn };
  body.data.loop = progress;
  const kind = body.node.loop;
  const multi = kind?.kind === 'multiInstance' ? kind : null;
  if (multi) scope.vars = { ...scope.vars, ...loopVariables(progress) };
  sendToken(walk, body.node, scope, -1, { turn, local: turnVariables(multi, turn, item, tokenVariables(body)) });
}

function tooMany(body: LiveToken, total: number): Incident {
  const name = body.node.name || body.node.id;
  return new Incident('too-many-instances', {
    en: `"${name}" would have ${total} instances; at most ${TOKEN_LIMIT} are possible.`,
    zh: `“${name}”将产生 ${total} 个实例，最多允许 ${TOKEN_LIMIT} 个。`,
  });
}
