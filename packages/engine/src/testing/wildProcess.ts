import type { ProcessGraph } from '@dealwright/bpmn';
import { graphOf, type NodeSketch } from './graphOf.ts';
import { Dice } from './random/Dice.ts';
import { isActivity, wildEvents, wildNode, wildOutputs } from './wildNode.ts';

type Sketch = Exclude<NodeSketch, string>;

const SCOPES: ReadonlySet<string> = new Set(['subProcess', 'transaction', 'adHocSubProcess']);

/**
 * A process as no one should draw it: nodes of every kind, flows and links at random, events of every trigger on every
 * border, handlers that compensate anything. It may hang, flood or fail; the executor may not.
 */
export function wildProcess(random: () => number): ProcessGraph {
  const dice = new Dice(random);
  const nodes: Record<string, Sketch> = {};
  const flows = new Set<string>();

  function add(sketch: Sketch, scope: string | null): string {
    const id = `n${Object.keys(nodes).length}`;
    nodes[id] = scope === null ? sketch : { ...sketch, in: scope };
    return id;
  }

  function connect(from: string, to: string): void {
    if (![...flows].some((flow) => flow.startsWith(`${from} > ${to}`))) {
      flows.add(`${from} > ${to}${dice.pick(['', '', ': coin1', ': coin2', ': fails', ' default'])}`);
    }
  }

  function fill(scope: string | null, depth: number): void {
    const inside = dice.chance(0.85) ? [add({ type: 'startEvent' }, scope)] : [];
    for (let left = dice.between(3, 8); left > 0; left--) inside.push(drawn(scope, depth));
    for (let left = inside.length + dice.upTo(6); left > 0; left--) {
      const from = dice.upTo(inside.length - 1);
      connect(inside[from] ?? '', inside[from + 1 + dice.upTo(inside.length - from - 1)] ?? '');
    }
    // back only from where a token waits: endless loops have a test of their own
    for (const source of inside.filter((id) => nodes[id]?.type === 'userTask' && !nodes[id]?.loop)) {
      if (dice.chance(0.3)) connect(source, inside[1 + dice.upTo(inside.length - 1)] ?? '');
    }
    if (dice.chance(0.4)) link(inside);
    for (let left = dice.upTo(3); left > 0; left--) eventSubProcess(scope, depth);
  }

  /** A link leads onward, to any node: what it should lead to is for the validator to say. */
  function link(inside: readonly string[]): void {
    const from = dice.upTo(inside.length - 1);
    const [source = '', target = ''] = [inside[from], inside[from + 1 + dice.upTo(inside.length - from - 1)]];
    const sketch = nodes[source];
    if (sketch?.type !== 'intermediateThrowEvent') return;
    const linkTarget = dice.chance(0.9) ? { linkTarget: target } : {};
    nodes[source] = { ...sketch, events: [{ kind: 'link', name: 'there' }], ...linkTarget };
  }

  function drawn(scope: string | null, depth: number): string {
    const sketch = wildNode(dice, Object.keys(nodes).length);
    const id = add(sketch, scope);
    if (SCOPES.has(sketch.type) && depth > 0) fill(id, depth - 1);
    if (!isActivity(sketch)) return id;
    if (dice.chance(0.4)) border(id, scope);
    if (dice.chance(0.25)) handler(id, scope);
    return id;
  }

  function border(host: string, scope: string | null): void {
    const events = dice.chance(0.1) ? [{ kind: 'cancel' } as const] : wildEvents(dice);
    const parallelMultiple = dice.chance(0.3);
    const interrupting = dice.chance(0.5);
    const edge = add(
      { type: 'boundaryEvent', attachedTo: host, interrupting, events, parallelMultiple, ...wildOutputs(dice) },
      scope,
    );
    if (dice.chance(0.8)) connect(edge, add({ type: 'userTask' }, scope));
  }

  function handler(host: string, scope: string | null): void {
    const { attachedTo: _, ...sketch } = wildNode(dice, Object.keys(nodes).length);
    const compensation = add({ ...sketch, isForCompensation: true }, scope);
    nodes[host] = { ...nodes[host], type: nodes[host]?.type ?? 'task', compensation };
  }

  function eventSubProcess(scope: string | null, depth: number): void {
    const inside = add({ type: 'eventSubProcess' }, scope);
    const events = dice.chance(0.15) ? [{ kind: 'compensation', activity: -1, wait: true } as const] : wildEvents(dice);
    const start = add({ type: 'startEvent', interrupting: dice.chance(0.5), events, ...wildOutputs(dice) }, inside);
    const first = drawn(inside, depth - 1);
    connect(start, first);
    if (dice.chance(0.5)) connect(first, drawn(inside, depth - 1));
  }

  fill(null, 2);
  return graphOf(nodes, [...flows]);
}
