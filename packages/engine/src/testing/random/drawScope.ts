import type { EventDefinition } from '@dealwright/bpmn';
import type { Block, EndKind, Handler, ScopeTree } from './Block.ts';
import { drawBlock } from './drawBlock.ts';
import type { Drawing } from './Drawing.ts';

/**
 * Draws what stands in a scope, with its event subprocesses and the laws for it.
 *
 * @param begin draws what leads to the first element, where the scope has a start event
 */
export function drawScope(
  drawing: Drawing,
  scope: string | null,
  { body, implicit, end, handlers }: ScopeTree,
  begin: (entry: string) => void,
): void {
  const drawn = handlers.map((handler) => ({ id: drawHandler(drawing, scope, handler), handler }));
  const interrupting = drawn.filter(({ handler }) => handler.interrupting).map(({ id }) => id);
  const { entry, exit } = drawBody(drawing, scope, body);
  if (!implicit) begin(entry);
  const last = implicit ? exit : drawing.node(scope, { type: 'endEvent', events: END_EVENTS[end] });
  if (last !== exit) drawing.chain(exit, last);
  addLaw(drawing, scope, last, interrupting);
}

/** Draws an event subprocess: its start event waits for the trigger. */
function drawHandler(drawing: Drawing, scope: string | null, { trigger, interrupting, body }: Handler): string {
  const handler = drawing.node(scope, { type: 'eventSubProcess' });
  const { events, parallel: parallelMultiple } = trigger;
  const start = drawing.node(handler, { type: 'startEvent', events, interrupting, parallelMultiple });
  const { entry, exit } = drawBody(drawing, handler, body);
  const end = drawing.node(handler, { type: 'endEvent' });
  drawing.chain(start, entry);
  drawing.chain(exit, end);
  addLaw(drawing, handler, end, []);
  return handler;
}

/** The body between two tasks that mark how often it was begun and done. */
function drawBody(
  drawing: Drawing,
  scope: string | null,
  body: Block,
): { readonly entry: string; readonly exit: string } {
  const entry = drawing.node(scope, { type: 'task' });
  const { first, last } = drawBlock(drawing, { scope, when: 'reached' }, body);
  const exit = drawing.node(scope, { type: 'task' });
  drawing.chain(entry, first);
  if (last !== null) drawing.chain(last, exit);
  drawing.laws.push({ law: 'pair', entry, exit, when: 'reached' });
  return { entry, exit };
}

function addLaw(drawing: Drawing, scope: string | null, end: string, handlers: readonly string[]): void {
  const endsBy = (...kinds: readonly EventDefinition['kind'][]): string[] =>
    Object.entries(drawing.nodes)
      .filter(([, node]) => node.type === 'endEvent' && (node.in ?? null) === scope)
      .filter(([, node]) => node.events?.some(({ kind }) => kinds.includes(kind)))
      .map(([id]) => id);
  drawing.laws.push({ law: 'scope', node: scope ?? '', end, terminators: endsBy('terminate'), handlers });
  const enders = [...handlers, ...endsBy('terminate', 'error', 'cancel')];
  if (enders.length > 0) drawing.laws.push({ law: 'silence', enders });
}

const END_EVENTS: Readonly<Record<EndKind, readonly EventDefinition[]>> = {
  none: [],
  message: [{ kind: 'message', name: 'm1', correlation: null }],
  signal: [{ kind: 'signal', name: 's1' }],
  escalation: [{ kind: 'escalation', code: 'X1' }],
  compensation: [{ kind: 'compensation', activity: -1, wait: true }],
};
