import type { ModdleWarning } from 'bpmn-moddle';
import { ModelError } from '../ModelError.ts';
import { bpmnModdle } from '../moddle/bpmnModdle.ts';
import { limitWarnings, TooManyWarnings } from '../moddle/limitWarnings.ts';
import { many, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { ParsedModel } from './ParsedModel.ts';
import { diagramSpans } from './diagramSpans.ts';
import { scanXml } from './scanXml.ts';
import { schemaCheck } from './schemaCheck.ts';
import { warningProblems } from './warningProblems.ts';

/** A file with more unreadable places than this is not worth a list of them. */
const MAX_WARNINGS = 200;

export interface ParseOptions {
  /** a file without any process (pools, a choreography, global tasks alone) is refused; or it is read, to be judged only */
  readonly process?: 'needed' | 'optional';
  /**
   * the drawing is read too, or left out, for a model that has been judged before and is only to be compiled: the
   * larger part of a file, of which the executor sees nothing
   */
  readonly diagrams?: 'read' | 'left out';
}

/**
 * Reads BPMN 2.0 XML (already decoded text) into a model. Elements of foreign namespaces are kept for writing.
 * What can still be drawn but not run (unknown BPMN elements, dangling references, duplicate ids) becomes a
 * problem in the result.
 *
 * @throws ModelError when there is no model in it: broken XML, a DTD, too large, too deep, no definitions, no process
 */
export async function parseModel(
  xml: string,
  { process = 'needed', diagrams = 'read' }: ParseOptions = {},
): Promise<ParsedModel> {
  const schema = schemaCheck();
  const drawn = diagrams === 'read' ? null : diagramSpans();
  const { lines } = scanXml(xml, (tag) => {
    schema.visit(tag);
    drawn?.visit(tag);
  });
  const source = drawn ? drawn.cutFrom(xml) : xml;
  const { rootElement: definitions, warnings, elementsById } = await read(source);
  const hasProcess = many(definitions, 'rootElements').some((element) => element.$type === 'bpmn:Process');
  if (!hasProcess && process === 'needed') {
    throw new ModelError('process-missing', {
      en: 'The file contains no process: draw at least one process with a start event.',
      zh: '文件中没有流程：请至少绘制一个带开始事件的流程。',
    });
  }
  const prefixes = new Map<string, string>();
  for (const [name, uri] of Object.entries(definitions.$attrs)) {
    if (name.startsWith('xmlns:')) prefixes.set(uri, name.slice('xmlns:'.length));
  }
  const problems = [...schema.problems, ...warningProblems(warnings, { definitions, elementsById, lines })];
  return { definitions, lines, problems, prefixes };
}

async function read(xml: string): Promise<{
  rootElement: BpmnElement;
  warnings: readonly ModdleWarning[];
  elementsById: Readonly<Record<string, BpmnElement>>;
}> {
  try {
    return await bpmnModdle().fromXML(xml.replace(/^\uFEFF/, ''), 'bpmn:Definitions', limitWarnings(MAX_WARNINGS));
  } catch (error) {
    if (error instanceof TooManyWarnings) {
      throw new ModelError('xml-broken', {
        en: `The file has more than ${MAX_WARNINGS} places that cannot be read; it is probably not a BPMN 2.0 model.`,
        zh: `文件中无法识别的内容超过 ${MAX_WARNINGS} 处，可能不是 BPMN 2.0 模型。`,
      });
    }
    const message = error instanceof Error ? error.message : String(error);
    if (/failed to parse document as|unexpected element/.test(message) || !/<[\w:.-]*definitions[\s>]/.test(xml)) {
      throw new ModelError('definitions-missing', {
        en: 'The file is not a BPMN 2.0 model: it has no <definitions> element of the BPMN namespace.',
        zh: '文件不是 BPMN 2.0 模型：缺少 BPMN 命名空间的 <definitions> 元素。',
      });
    }
    const line = Number(/line: (\d+)/.exec(message)?.[1] ?? Number.NaN) + 1;
    const reason = /nested error: (.*)/.exec(message)?.[1] ?? message;
    const known = Number.isFinite(line);
    throw new ModelError(
      'xml-broken',
      {
        en: `The file is not well-formed XML${known ? ` (line ${line})` : ''}: ${reason}.`,
        zh: `文件不是合法的 XML${known ? `（第 ${line} 行）` : ''}：${reason}。`,
      },
      { line: known ? line : null },
    );
  }
}
