import { describe } from '../describe.ts';
import { readDialects } from '../dialects/readDialects.ts';
import type { Rule } from './Rule.ts';

/** Names what of another vendor's extensions is kept in the file but has no effect here. */
export const dialects: Rule = ({ index, report }) => {
  for (const element of index.elements) {
    const { unmapped } = readDialects(element, index.model.prefixes);
    if (unmapped.length === 0) continue;
    const names = [...new Set(unmapped)].join(', ');
    report(element, {
      rule: 'extension-unmapped',
      severity: 'warning',
      en: `${describe(element).en}: ${names} has no equivalent here; it is kept in the file but has no effect.`,
      zh: `${describe(element).zh}：${names} 在本系统中没有对应功能；会保留在文件中，但不起作用。`,
    });
  }
};
