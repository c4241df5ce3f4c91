import { describe } from '../describe.ts';
import { runnableProcesses } from '../ModelIndex.ts';
import type { Rule } from './Rule.ts';

/** One deployment runs one process: say so before somebody waits for the second. */
export const processes: Rule = ({ index, report }) => {
  const [first, ...others] = runnableProcesses(index);
  for (const other of others) {
    if (!first) continue;
    report(other, {
      rule: 'process-not-deployed',
      severity: 'warning',
      en: `The file has several processes; only ${describe(first).en} is deployed. Save ${describe(other).en} as a model of its own to run it.`,
      zh: `文件中有多个流程，只会发布${describe(first).zh}。如需运行${describe(other).zh}，请另存为单独的流程文件。`,
    });
  }
};
