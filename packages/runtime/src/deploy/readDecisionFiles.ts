import type { Problem } from '@dealwright/bpmn';
import { DecisionError, type DecisionModel, mergeDecisions, parseDecisions } from '@dealwright/expression';
import type { DecisionFile } from '@dealwright/store';

export interface ReadDecisions {
  /** what each readable file decides, in the order of the files */
  readonly files: readonly { readonly name: string; readonly model: DecisionModel }[];
  /** all decisions as one model */
  readonly model: DecisionModel;
  /** empty when every file can be read and no two have the same decision; each names its file */
  readonly problems: readonly Problem[];
}

/** Reads a drawing's DMN files and says, file by file, what is wrong with them. Never throws for what a file holds. */
export async function readDecisionFiles(files: readonly DecisionFile[]): Promise<ReadDecisions> {
  const problems: Problem[] = [];
  const read: { readonly name: string; readonly model: DecisionModel }[] = [];
  for (const { name, xml } of files) {
    try {
      read.push({ name, model: await parseDecisions(xml) });
    } catch (error) {
      problems.push(...problemsIn(error, name));
    }
  }
  try {
    return { files: read, model: mergeDecisions(read.map(({ model }) => model)), problems };
  } catch (error) {
    problems.push(...problemsIn(error, null));
    return { files: read, model: { decisions: [], functions: [] }, problems };
  }
}

function problemsIn(error: unknown, file: string | null): readonly Problem[] {
  if (!(error instanceof DecisionError)) throw error;
  // a decision is no element of the drawing, and its line none of the drawing's: the words say where it is
  return error.problems.map(({ rule, message, line }) => {
    const [en, zh] = file === null ? ['', ''] : placeIn(file, line);
    return {
      rule,
      severity: 'error',
      elementId: null,
      line: null,
      message: { en: `${en}${message.en}`, zh: `${zh}${message.zh}` },
      section: null,
    };
  });
}

function placeIn(file: string, line: number | null): readonly [en: string, zh: string] {
  return line === null ? [`${file}: `, `${file}：`] : [`${file}, line ${line}: `, `${file} 第 ${line} 行：`];
}
