import { conditional, EVENTS, link } from './events.ts';
import { expression, ModelWriter } from './ModelWriter.ts';

/** What must hold for every run of a model that has come to its end. */
export interface Oracle {
  /** whatever enters the first of a pair enters the second as often */
  readonly pairs: readonly (readonly [entry: string, exit: string])[];
  /** an activity that is entered `times` as often as the marker before it */
  readonly multiples: readonly (readonly [marker: string, activity: string, times: number])[];
  /** both are entered equally often, and the second directly after the first: undoing in reverse order */
  readonly undone: readonly (readonly [first: string, second: string])[];
  /** never entered */
  readonly never: readonly string[];
}

export interface RandomModel extends Oracle {
  readonly xml: string;
  readonly variables: Readonly<Record<string, boolean | number>>;
  readonly size: number;
}

export interface Options {
  /** nothing that another system or process has to answer, and no message, whose receiver the outside chooses */
  readonly alone?: boolean;
}

type Block = readonly [first: string, last: string];

/**
 * A well-formed process of nested blocks with one way in and one way out, with all that BPMN can say about a block.
 * It always can come to its end, and its oracle says what must be true then. Conditions read variables of the process,
 * so that the same commands give the same run on every executor.
 */
export function randomModel(random: () => number, depth = 5, { alone = false }: Options = {}): RandomModel {
  const w = new ModelWriter();
  const pairs: (readonly [string, string])[] = [];
  const multiples: (readonly [string, string, number])[] = [];
  const undone: (readonly [string, string])[] = [];
  const never: string[] = [];
  const upTo = (limit: number): number => Math.floor(random() * limit);
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(from: readonly [T, ...T[]]): T => from[upTo(from.length)] ?? from[0];
  const message = alone ? EVENTS.signal : EVENTS.message;
  const coin = () => w.variable('c', chance(0.5));
  const task = (scope: string | null, inner = '') => w.node('userTask', scope, inner);
  const script = (scope: string | null, source: string, result: string) =>
    w.node('scriptTask', scope, `<bpmn:script>${source}</bpmn:script>`, {
      scriptFormat: 'feel',
      'dw:resultVariable': result,
    });

  function block(level: number, scope: string | null): Block {
    const entry = w.node('task', scope);
    const simple = [work, work, guarded, linked, eventGateway, counted, quantities] as const;
    const nested = [
      sequence,
      diamond,
      diamond,
      raced,
      drawnLoop,
      subProcess,
      subProcess,
      repeated,
      transaction,
      adHoc,
      undoing,
      escalating,
      failing,
      terminated,
      handled,
      mapped,
    ] as const;
    const kinds: readonly ((level: number, scope: string | null, entry: string) => Block)[] =
      level > 0 ? [...nested, ...nested, sequence, sequence, ...simple] : simple;
    const [first, last] = (kinds[upTo(kinds.length)] ?? work)(level - 1, scope, entry);
    const exit = w.node('task', scope);
    w.flow(entry, first);
    w.flow(last, exit);
    pairs.push([entry, exit]);
    return [entry, exit];
  }

  function work(_level: number, scope: string | null): Block {
    const tag = alone
      ? pick(['userTask', 'manualTask', 'task', 'intermediateThrowEvent'])
      : pick(['userTask', 'serviceTask', 'manualTask', 'task', 'intermediateThrowEvent', 'callActivity']);
    const id = w.node(tag, scope, '', tag === 'callActivity' ? { calledElement: 'other' } : {});
    return [id, id];
  }

  /** A task with an event on its border; what does not interrupt goes its own way to an end. */
  function guarded(_level: number, scope: string | null): Block {
    const id = task(scope);
    const merge = w.node('exclusiveGateway', scope);
    w.flow(id, merge);
    const flag = coin();
    const kind = pick([EVENTS.timer, EVENTS.signal, message, EVENTS.error, EVENTS.escalation, conditional(flag)]);
    const quiet = kind !== EVENTS.error && chance(0.4);
    const edge = w.node('boundaryEvent', scope, kind, { attachedToRef: id, cancelActivity: String(!quiet) });
    if (quiet) w.chain(edge, task(scope), w.node('endEvent', scope));
    else w.flow(edge, merge);
    return [id, merge];
  }

  function linked(_level: number, scope: string | null): Block {
    const name = w.name('link');
    const first = w.node('task', scope);
    const out = w.node('intermediateThrowEvent', scope, link(name));
    const into = w.node('intermediateCatchEvent', scope, link(name));
    const last = w.node('task', scope);
    w.flow(first, out);
    w.flow(into, last);
    return [first, last];
  }

  function eventGateway(_level: number, scope: string | null): Block {
    const gate = w.node('eventBasedGateway', scope);
    const merge = w.node('exclusiveGateway', scope);
    const both = `${message}${EVENTS.signal}`;
    for (const kind of [EVENTS.timer, pick([message, EVENTS.signal, both])]) {
      const multiple = kind === both && chance(0.5) ? { parallelMultiple: 'true' } : {};
      const event = w.node('intermediateCatchEvent', scope, kind, multiple);
      w.chain(gate, event, merge);
    }
    return [gate, merge];
  }

  /** A script that counts: what it counts is compared by nobody, but it must never fail. */
  function counted(_level: number, scope: string | null): Block {
    const n = w.variable('n', 0);
    const id = script(scope, `${n} + 1`, n);
    return [id, id];
  }

  /** As many tokens come together as were sent. */
  function quantities(_level: number, scope: string | null, entry: string): Block {
    const first = w.node('task', scope, '', { completionQuantity: '3' });
    const each = task(scope);
    const all = w.node('task', scope, '', { startQuantity: '3' });
    w.chain(first, each, all);
    // with two rounds side by side their tokens mix, but in all they are three for each
    multiples.push([entry, each, 3]);
    return [first, all];
  }

  function sequence(level: number, scope: string | null): Block {
    const [first, between] = block(level, scope);
    const [then, last] = block(level, scope);
    w.flow(between, then);
    return [first, last];
  }

  function diamond(level: number, scope: string | null): Block {
    const type = pick(['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'implicit']);
    // conditional and default flows may leave an activity too (10.3.1); an inclusive join gathers them
    const split = w.node(type === 'implicit' ? 'task' : type, scope);
    const join = w.node(type === 'implicit' ? 'inclusiveGateway' : type, scope);
    const branches = 2 + upTo(2);
    for (let branch = 0; branch < branches; branch++) {
      const [first, last] = block(level, scope);
      if (type === 'parallelGateway') w.flow(split, first);
      else if (branch === 0) w.defaultFlow(split, first);
      else w.flow(split, first, coin());
      w.flow(last, join);
    }
    return [split, join];
  }

  /** Some of the branches are enough; the complex gateway swallows the rest. */
  function raced(level: number, scope: string | null): Block {
    const split = w.node('parallelGateway', scope);
    const needed = 1 + upTo(3);
    const condition = expression('activationCondition', `activationCount > ${needed - 1}`);
    const join = w.node('complexGateway', scope, condition);
    for (let branch = 0; branch < 3; branch++) {
      const [first, last] = block(level - 1, scope);
      w.flow(split, first);
      w.flow(last, join);
    }
    return [split, join];
  }

  function drawnLoop(level: number, scope: string | null): Block {
    const n = w.variable('k', 0);
    const reset = script(scope, '0', n);
    const merge = w.node('exclusiveGateway', scope);
    const [first, last] = block(level, scope);
    const count = script(scope, `${n} + 1`, n);
    const again = w.node('exclusiveGateway', scope);
    const out = w.node('task', scope);
    w.chain(reset, merge, first);
    w.chain(last, count, again);
    w.flow(again, merge, `${n} < 2`);
    w.defaultFlow(again, out);
    return [reset, out];
  }

  function opened(tag: string, scope: string | null, inner = '', attributes: Readonly<Record<string, string>> = {}) {
    const id = w.node(tag, scope, inner, attributes);
    const start = w.node('startEvent', id);
    const end = w.node('endEvent', id);
    return { id, start, end };
  }

  function subProcess(level: number, scope: string | null): Block {
    const { id, start, end } = opened('subProcess', scope);
    const [first, last] = block(level, id);
    w.chain(start, first);
    w.chain(last, end);
    pairs.push([start, end]);
    return [id, id];
  }

  function loopMarker(): { readonly inner: string; readonly times: number | null } {
    const sequential = chance(0.5) ? ' isSequential="true"' : '';
    const [open, close] = [
      `<bpmn:multiInstanceLoopCharacteristics${sequential}`,
      '</bpmn:multiInstanceLoopCharacteristics>',
    ];
    const times = upTo(4);
    switch (upTo(4)) {
      case 0:
        return { inner: `${open}>${expression('loopCardinality', String(times))}${close}`, times };
      case 1: {
        const list = `[${Array.from({ length: times }, (_, at) => at).join(',')}]`;
        const data = ` dw:collection="${list}" dw:item="x" dw:outputCollection="${w.name('out')}" dw:outputItem="x"`;
        return { inner: `${open}${data}>${close}`, times };
      }
      case 2: {
        const enough = expression('completionCondition', 'numberOfCompletedInstances > 0');
        return {
          inner: `${open}>${expression('loopCardinality', '3')}${enough}${close}`,
          times: sequential === '' ? null : 1,
        };
      }
      default: {
        const condition = expression('loopCondition', `loopCounter < ${times}`);
        const before = chance(0.5);
        return {
          inner: `<bpmn:standardLoopCharacteristics testBefore="${before}">${condition}</bpmn:standardLoopCharacteristics>`,
          times: before ? times : Math.max(times, 1),
        };
      }
    }
  }

  /** A task or subprocess that is repeated; without an event on its border, each round of it is known. */
  function repeated(level: number, scope: string | null, entry: string): Block {
    const { inner, times } = loopMarker();
    if (chance(0.5)) {
      const id = task(scope, inner);
      if (times !== null) multiples.push([entry, id, times]);
      return [id, id];
    }
    const { id, start, end } = opened('subProcess', scope, inner);
    const [first, last] = block(level - 1, id);
    w.chain(start, first);
    w.chain(last, end);
    if (times !== null) multiples.push([entry, start, times]);
    return [id, id];
  }

  /** A transaction that is cancelled or not; what was booked in it is undone. */
  function transaction(_level: number, scope: string | null): Block {
    const { id, start, end } = opened('transaction', scope);
    const [booked, undo] = compensable(id);
    const decide = w.node('exclusiveGateway', id);
    const cancel = w.node('endEvent', id, EVENTS.cancel);
    w.chain(start, booked, decide);
    w.flow(decide, cancel, coin());
    w.defaultFlow(decide, end);
    const edge = w.node('boundaryEvent', scope, EVENTS.cancel, { attachedToRef: id });
    const merge = w.node('exclusiveGateway', scope);
    w.flow(id, merge);
    w.flow(edge, merge);
    pairs.push([cancel, undo]);
    return [id, merge];
  }

  function compensable(scope: string | null): readonly [activity: string, undo: string] {
    const activity = task(scope);
    const undo = w.node(pick(['userTask', 'task']), scope, '', { isForCompensation: 'true' });
    const edge = w.node('boundaryEvent', scope, EVENTS.compensation, { attachedToRef: activity });
    w.associate(edge, undo, scope);
    return [activity, undo];
  }

  /** Two steps that are undone at the end of their subprocess, the later first. */
  function undoing(_level: number, scope: string | null): Block {
    const { id, start, end } = opened('subProcess', scope);
    const [a, undoA] = compensable(id);
    const [b, undoB] = compensable(id);
    const oops = w.node('intermediateThrowEvent', id, EVENTS.compensation);
    w.chain(start, a, b, oops, end);
    pairs.push([a, undoA], [b, undoB]);
    undone.push([undoB, undoA]);
    return [id, id];
  }

  function adHoc(level: number, scope: string | null): Block {
    const id = w.node('adHocSubProcess', scope, '', { ordering: pick(['Parallel', 'Sequential']) });
    for (let count = 1 + upTo(2); count >= 0; count--) {
      if (chance(0.5)) task(id);
      else subProcess(Math.min(level, 1), id);
    }
    return [id, id];
  }

  /** An escalation that starts a way of its own beside the subprocess, or ends it. */
  function escalating(_level: number, scope: string | null): Block {
    const { id, start, end } = opened('subProcess', scope);
    const raise = w.node('intermediateThrowEvent', id, EVENTS.escalation);
    const quiet = chance(0.5);
    const after = task(id);
    w.chain(start, raise, after, end);
    const edge = w.node('boundaryEvent', scope, EVENTS.escalation, {
      attachedToRef: id,
      cancelActivity: String(!quiet),
    });
    const merge = w.node('exclusiveGateway', scope);
    w.flow(id, merge);
    if (quiet) {
      const aside = w.node('task', scope);
      w.chain(edge, aside, w.node('endEvent', scope));
      pairs.push([raise, aside]);
    } else {
      w.flow(edge, merge);
      never.push(after);
    }
    return [id, merge];
  }

  /** An error that ends its subprocess, caught inside or on the border. */
  function failing(_level: number, scope: string | null): Block {
    const { id, start, end } = opened('subProcess', scope);
    const decide = w.node('exclusiveGateway', id);
    const fail = w.node('endEvent', id, EVENTS.error);
    w.chain(start, decide);
    w.flow(decide, fail, coin());
    w.defaultFlow(decide, end);
    const merge = w.node('exclusiveGateway', scope);
    w.flow(id, merge);
    const edge = w.node('boundaryEvent', scope, EVENTS.error, { attachedToRef: id });
    const caught = w.node('task', scope);
    w.chain(edge, caught, merge);
    if (chance(0.5)) {
      const handler = w.node('subProcess', id, '', { triggeredByEvent: 'true' });
      const begun = w.node('startEvent', handler, EVENTS.error);
      w.chain(begun, w.node('task', handler), w.node('endEvent', handler));
      pairs.push([fail, begun]);
      never.push(caught);
    } else pairs.push([fail, caught]);
    return [id, merge];
  }

  function terminated(_level: number, scope: string | null): Block {
    const { id, start, end } = opened('subProcess', scope);
    const split = w.node('parallelGateway', id);
    const stop = w.node('endEvent', id, EVENTS.terminate);
    w.chain(start, split, task(id), stop);
    w.chain(split, task(id), end);
    return [id, id];
  }

  /** A subprocess with an event subprocess. */
  function handled(level: number, scope: string | null): Block {
    const { id, start, end } = opened('subProcess', scope);
    const [first, last] = block(level - 1, id);
    w.chain(start, task(id), first);
    w.chain(last, end);
    const kind = pick([message, EVENTS.signal, EVENTS.timer, EVENTS.cycle, conditional(coin())]);
    const quiet = kind === EVENTS.cycle || chance(0.5);
    const handler = w.node('subProcess', id, '', { triggeredByEvent: 'true' });
    const begun = w.node('startEvent', handler, kind, { isInterrupting: String(!quiet) });
    const ended = w.node('endEvent', handler);
    w.chain(begun, w.node('task', handler), ended);
    pairs.push([begun, ended]);
    return [id, id];
  }

  /** What goes in and comes out by a mapping never leaves anything else behind. */
  function mapped(_level: number, scope: string | null): Block {
    const n = w.variable('m', 1);
    const io = `<bpmn:extensionElements><dw:io><dw:input name="own" value="${n} + 1" /><dw:output name="${n}" value="own + 1" /></dw:io></bpmn:extensionElements>`;
    const id = task(scope, io);
    return [id, id];
  }

  const start = w.node('startEvent', null);
  let before = start;
  for (let left = 1 + upTo(5); left > 0; left--) {
    const [first, last] = block(depth, null);
    w.flow(before, first);
    before = last;
  }
  const end = w.node('endEvent', null);
  w.flow(before, end);
  return {
    xml: w.xml(),
    variables: { flag: false, ...w.variables },
    size: w.size,
    pairs: [...pairs, [start, end]],
    multiples,
    undone,
    never,
  };
}
