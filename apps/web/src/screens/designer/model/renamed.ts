import type { Labels } from '@dealwright/bpmn/types';
import { withText } from './labelTexts.ts';

/** An element's BPMN name, for other tools, and its labels, for readers. */
export interface Names {
  readonly name: string;
  readonly labels: Labels;
}

/**
 * An element named anew by someone who sees it in one language: that language's label is set, and the BPMN name goes
 * with it unless it is the other language's. So an English name survives a Chinese colleague's edit, and a name that
 * stands alone is always the one last given.
 */
export function renamed(before: Names, language: 'zh' | 'en', text: string): Names {
  const other = before.labels[language === 'zh' ? 'en' : 'zh'];
  const labels = withText(before.labels, language, text);
  const isOthers = before.name !== '' && before.name === other && before.name !== before.labels[language];
  return { labels, name: isOthers ? before.name : text.trim() || (other ?? '') };
}
