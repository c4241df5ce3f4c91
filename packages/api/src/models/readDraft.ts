import { ModelError, type ParsedModel, parseModel, type ProcessNames, processNames } from '@dealwright/bpmn';

type Element = ParsedModel['definitions'];

export interface Draft extends ProcessNames {
  readonly parsed: ParsedModel;
  readonly process: Element;
  readonly processId: string;
}

/**
 * Reads what somebody drew, far enough to keep it safely as a draft: it must be BPMN with a process that has an id.
 * A draft may be unfinished, so its rules are not checked.
 *
 * @throws ModelError naming the line
 */
export async function readDraft(xml: string): Promise<Draft> {
  const parsed = await parseModel(xml);
  const roots = parsed.definitions.get('rootElements') as readonly Element[];
  const processes = roots.filter((element) => element.$type === 'bpmn:Process');
  const process = processes.find((candidate) => candidate.get('isExecutable') === true) ?? processes[0];
  const processId = process?.get('id');
  if (process === undefined || typeof processId !== 'string' || processId === '') {
    throw new ModelError('process-missing', {
      en: 'The drawing has no process with an id.',
      zh: '图中没有带标识（id）的流程。',
    });
  }
  return { parsed, process, processId, ...processNames(process) };
}
