import { describe } from '../describe.ts';
import { isA, text } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** Many or one, by direction, on the way in and out; null: any number. */
const MANY: Readonly<Record<string, readonly [incoming: boolean | null, outgoing: boolean | null]>> = {
  Converging: [true, false],
  Diverging: [false, true],
  Mixed: [true, true],
};

/**
 * A gateway splits or joins, and does what its direction says: a converging one has several ways in and at most one
 * out, a diverging one at most one in and several out, a mixed one several of both (BPMN 2.0.2, 8.4.9 and 10.6.1).
 */
export const gatewayDirections: Rule = ({ index, report, byTheBook }) => {
  for (const gateway of index.nodes) {
    if (!isA(gateway, 'bpmn:Gateway') || !byTheBook(gateway)) continue;
    const [incoming, outgoing] = [index.incoming(gateway).length, index.outgoing(gateway).length];
    const words = describe(gateway);
    const direction = text(gateway, 'gatewayDirection') ?? 'Unspecified';
    const [manyIn, manyOut] = MANY[direction] ?? [null, null];
    if (isWrong(manyIn, incoming) || isWrong(manyOut, outgoing)) {
      report(gateway, {
        rule: 'gateway-direction',
        severity: 'error',
        en: `${words.en} is marked "${direction}", but has ${incoming} ways in and ${outgoing} out.`,
        zh: `${words.zh}标记为“${direction}”，但有 ${incoming} 条流入、${outgoing} 条流出。`,
        section: '10.6.1',
      });
    } else if (incoming < 2 && outgoing < 2) {
      report(gateway, {
        rule: 'gateway-useless',
        severity: 'error',
        en: `${words.en} neither splits nor joins: it needs several ways in or several ways out.`,
        zh: `${words.zh}既不分支也不汇合：至少需要多条流入或多条流出。`,
        section: '10.6.1',
      });
    }
  }
};

function isWrong(many: boolean | null, count: number): boolean {
  return many !== null && count > 1 !== many;
}
