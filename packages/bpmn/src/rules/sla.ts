import { describe } from '../describe.ts';
import { parseDuration } from '../duration/parseDuration.ts';
import { extensions, text } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** Durations of the sales side are ISO 8601. */
export const sla: Rule = ({ index, report }) => {
  for (const node of index.nodes) {
    const backoffs = extensions(node, 'dw:Connector').flatMap((connector) => text(connector, 'backoff') ?? []);
    for (const [value, rule, en, zh] of [
      [text(node, 'dw:sla'), 'sla-format', 'time limit', '时限'] as const,
      ...backoffs.map((backoff) => [backoff, 'backoff-format', 'retry delay', '重试间隔'] as const),
    ]) {
      if (value === undefined || parseDuration(value)?.negative === false) continue;
      report(node, {
        rule,
        severity: 'error',
        en: `The ${en} of ${describe(node).en}, "${value}", is not a duration. Write for example PT4H (4 hours) or P3D (3 days).`,
        zh: `${describe(node).zh}的${zh}“${value}”不是有效时长。请写成如 PT4H（4 小时）或 P3D（3 天）。`,
      });
    }
  }
};
