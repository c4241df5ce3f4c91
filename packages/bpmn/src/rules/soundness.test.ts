import { describe, expect, it } from 'vitest';
import { cpuMs } from '../test/cpuMs.ts';
import { findings } from '../test/findings.ts';
import { link, plain } from '../test/plainModel.ts';
import { parseModel } from '../parse/parseModel.ts';
import { validate } from '../validate.ts';

type Case = [what: string, drawing: string, expected: readonly string[], more?: string];

const KINDS: Readonly<Record<string, string>> = {
  '+': 'parallelGateway',
  x: 'exclusiveGateway',
  o: 'inclusiveGateway',
  t: 'task',
  e: 'endEvent',
  s: 'startEvent',
};

/** "s1 +a t1 +b e1; +a t2 +b": nodes by kind and name, each chain of flows up to a semicolon. */
function draw(drawing: string): string {
  const nodes = new Map<string, string>();
  const flows: string[] = [];
  for (const chain of drawing.split(';')) {
    const names = chain.trim().split(/\s+/);
    for (const [at, name] of names.entries()) {
      const id = name.replace('+', 'p');
      nodes.set(id, `<${KINDS[name.charAt(0)] ?? 'task'} id="${id}" />`);
      const before = names[at - 1]?.replace('+', 'p');
      if (before !== undefined) flows.push(link(`${before}_${id}`, before, id));
    }
  }
  return [...nodes.values(), ...flows].join('\n');
}

const TERMINATE = '<endEvent id="tstop"><terminateEventDefinition /></endEvent>';
const BOUNDARY = (to: string, interrupts = true) =>
  `<boundaryEvent id="b" attachedToRef="t1" cancelActivity="${String(interrupts)}"><escalationEventDefinition /></boundaryEvent>${link('b_out', 'b', to)}`;
const FORK = 's1 +a t1 +b e1; +a t2 +b';

const CASES: Case[] = [
  ['a parallel split and join', FORK, []],
  ['a choice and a merge', 's1 xa t1 xb e1; xa t2 xb', []],
  ['an inclusive split and join', 's1 oa t1 ob e1; oa t2 ob', []],
  ['a parallel split and an inclusive join', 's1 +a t1 ob e1; +a t2 ob', []],
  ['a choice and a parallel join', 's1 xa t1 +b e1; xa t2 +b', ['join-deadlock pb']],
  ['a parallel split and a merge', 's1 +a t1 xb e1; +a t2 xb', ['merge-unsynchronised xb']],
  ['a parallel split and an implicit merge', 's1 +a t1 t3 e1; +a t2 t3', ['merge-unsynchronised t3']],
  ['two flows out of a task that meet at a task', 's1 t0 t1 t3 e1; t0 t2 t3', ['merge-unsynchronised t3']],
  ['a parallel split to one end event', 's1 +a t1 e1; +a t2 e1', []],
  ['an inclusive split and a merge', 's1 oa t1 xb e1; oa t2 xb', ['merge-unsynchronised xb']],
  ['an inclusive split and a parallel join', 's1 oa t1 +b e1; oa t2 +b', ['join-may-hang pb']],
  ['a choice within a branch', 's1 +a xc t1 xd +b e1; xc t2 xd; +a t3 +b', []],
  ['a loop around a parallel part', 's1 xl +a t1 +b xm e1; +a t2 +b; xm xl', []],
  ['a loop within a branch', 's1 +a xl t1 xm +b e1; xm xl; +a t2 +b', []],
  [
    'a loop around an inclusive part beside a parallel branch',
    's1 xl +a oc t1 od +b xm e1; oc t2 od; +a t3 +b; xm xl',
    [],
  ],
  ['a loop that leads back into a parallel join', 's1 +b t1 xm e1; xm +b', ['join-deadlock pb']],
  ['a branch that can end before the join', 's1 +a xc t1 +b e1; xc e2; +a t2 +b', ['join-may-hang pb']],
  ['a branch that can end everything before the join', `s1 +a xc t1 +b e1; xc tstop; +a t2 +b`, [], TERMINATE],
  ['a join with a branch of nobody', 's1 +a t1 +b e1; t9 +b; t8 t9; t9 t8; +a e2', ['join-deadlock pb']],
  ['a boundary event that leads away from the join', FORK + '; t8 e3', ['join-may-hang pb'], BOUNDARY('t8')],
  ['a boundary event that leads to the join as well', FORK, ['join-deadlock pb'], BOUNDARY('pb')],
  ['a boundary event that leads back before the join', 's1 +a t1 xm +b e1; +a t2 +b; t8 xm', [], BOUNDARY('t8')],
  [
    'a boundary event that does not interrupt and leads to the merge',
    's1 t1 xm e1; t8 xm',
    ['merge-unsynchronised xm'],
    BOUNDARY('t8', false),
  ],
  ['two messages of one start', 's1 t1 xm e1; s2 t2 xm', []],
  ['two starts that are joined', 's1 t1 +b e1; s2 t2 +b', []],
  ['branches of nested splits joined crosswise', 's1 +a +c t1 +d +b e1; +c t2 +d; +a t3 +b', []],
  ['three branches of which two are merged', 's1 +a t1 xm +b e1; +a t2 xm; +a t3 +b', ['merge-unsynchronised xm']],
  [
    'what follows a wrong merge is not blamed for it',
    's1 +a t1 xb xc t3 xd e1; +a t2 xb; xc t4 xd',
    ['merge-unsynchronised xb'],
  ],
  [
    'what follows a dead join is not blamed for it',
    's1 xa t1 +b +c t3 +d e1; xa t2 +b; +c t4 +d',
    ['join-deadlock pb'],
  ],
];

describe('soundness', () => {
  it.each<Case>(CASES)('%s', async (_what, drawing, expected, more = '') => {
    const content = draw(drawing).replace(/<task id="tstop" \/>/, '') + more;
    const found = (await findings(plain(content))).filter((line) => /^warning (?:join|merge)-/.test(line));
    expect(found.map((line) => line.replace('warning ', ''))).toEqual(expected);
  });

  it('follows links', async () => {
    const content = `${draw('s1 +a t1 +b e1; +a t2')}
      <intermediateThrowEvent id="out"><linkEventDefinition name="x" /></intermediateThrowEvent>
      <intermediateCatchEvent id="back"><linkEventDefinition name="x" /></intermediateCatchEvent>
      ${link('l1', 't2', 'out')}${link('l2', 'back', 'pb')}`;
    expect((await findings(plain(content))).filter((line) => /join-|merge-/.test(line))).toEqual([]);
  });

  it('names both gateways in both languages', async () => {
    const problems = validate(await parseModel(plain(draw('s1 xa t1 +b e1; xa t2 +b'))));
    const message = problems.find(({ rule }) => rule === 'join-deadlock')?.message;
    expect(message?.en).toContain('Parallel gateway "pb"');
    expect(message?.en).toContain('Exclusive gateway "xa"');
    expect(message?.zh).toContain('排他网关“xa”');
  });

  it.each([
    [
      'a chain of 300 parallel parts',
      Array.from({ length: 300 }, (_, i) => `+a${i} t${i} +b${i} +a${i + 1}; +a${i} u${i} +b${i}`).join(';'),
    ],
    [
      'a chain of 300 inclusive parts',
      Array.from({ length: 300 }, (_, i) => `oa${i} t${i} ob${i} oa${i + 1}; oa${i} u${i} ob${i}`).join(';'),
    ],
    [
      '300 choices to end everything before 300 joins',
      `${Array.from({ length: 300 }, (_, i) => `+a${i} +a${i + 1}; +a${i} t${i} +b${i}; +b${i + 1} +b${i}; +a300 x${i}; x${i} x${i + 1}; x${i} y${i}`).join(';')}; x300 +b300`,
    ],
    ['700 branches at once', Array.from({ length: 700 }, (_, i) => `+a t${i} ob`).join(';')],
    [
      '700 ways that lead back',
      Array.from({ length: 700 }, (_, i) => `o${i} o${i + 1} o${Math.floor(i / 2)}`).join(';'),
    ],
  ])('judges %s within a second of processor time', async (_what, drawing) => {
    const model = await parseModel(plain(`<startEvent id="s0" />${draw(drawing)}`));
    expect(await cpuMs(() => validate(model))).toBeLessThan(1000);
  });
});
