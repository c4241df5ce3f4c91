import { join } from 'node:path';
import { ModelError, parseModel, validate, type Problem } from '../../packages/bpmn/src/index.ts';
import { readText } from './readJson.ts';
import type { FileReport } from './Report.ts';

/**
 * Validates one model. A file that can't be read as a model is refused with the one problem that stops it; any other
 * error is a crash of ours and is told as that.
 *
 * @param file path from the folder
 */
export async function validateFile(folder: string, file: string): Promise<FileReport> {
  try {
    const problems = validate(await parseModel(await readText(join(folder, file)), { process: 'optional' }));
    const refused = problems.some((problem) => problem.severity === 'error');
    return { file, verdict: refused ? 'refused' : 'ok', problems, crash: null };
  } catch (error) {
    if (error instanceof ModelError) return { file, verdict: 'refused', problems: [problemOf(error)], crash: null };
    return { file, verdict: 'crashed', problems: [], crash: error instanceof Error ? error.message : String(error) };
  }
}

function problemOf({ code, elementId, line, messages }: ModelError): Problem {
  return { rule: code, severity: 'error', elementId, line, message: messages, section: null };
}
