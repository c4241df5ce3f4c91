import { DECISION_LIMITS, type DecisionFile } from '@dealwright/api/contract';
import { t } from '../../../i18n/index.ts';
import { withFiles } from './decisionFiles.ts';
import { decisionTexts as texts } from './texts.ts';

/**
 * Reads the files that somebody chose, as UTF-8 text. What the server would refuse for its size alone is refused here,
 * by name; what a file says is for the server to judge.
 *
 * @param present the files that are there already
 */
export async function readFiles(
  chosen: readonly File[],
  nameOf: (file: File) => string,
  present: readonly DecisionFile[],
): Promise<{ readonly read: readonly DecisionFile[]; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  const read: DecisionFile[] = [];
  for (const file of chosen) {
    const name = nameOf(file);
    try {
      // a file's bytes are never fewer than its characters
      const xml = file.size > 4 * DECISION_LIMITS.characters ? null : await file.text();
      if (xml === null || xml.length > DECISION_LIMITS.characters) problems.push(t(texts.tooLarge, { name }));
      else if (xml.trim() === '') problems.push(t(texts.empty, { name }));
      else if (name.length > DECISION_LIMITS.name) problems.push(t(texts.nameTooLong, { name }));
      else read.push({ name, xml });
    } catch {
      // it was moved away, or is a folder: the browser says no more
      problems.push(t(texts.unreadable, { name }));
    }
  }
  if (withFiles(present, read).length > DECISION_LIMITS.files)
    problems.push(t(texts.tooMany, { max: DECISION_LIMITS.files }));
  return { read, problems };
}
