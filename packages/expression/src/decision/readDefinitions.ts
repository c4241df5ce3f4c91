// makes the types of dmn-moddle known to whoever imports this package; an ambient module cannot be imported
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./modules.d.ts" />
import { limitWarnings, ModelError, scanXml, TooManyWarnings } from '@dealwright/bpmn';
import { DmnModdle } from 'dmn-moddle';
import { DecisionError } from './DecisionError.ts';
import { problem, type DecisionProblem } from './DecisionProblem.ts';
import { isDmnElement, type DmnElement } from './DmnElement.ts';

/** A file with more unreadable places than this is not worth a list of them. */
const MAX_WARNINGS = 100;
/** 2 MB: a table of 10,000 rules takes about 3 MB of XML, and nobody reads one. */
const MAX_CHARACTERS = 2_000_000;

/** The namespaces of DMN 1.1 to 1.6; what is read here is the same in all of them. */
const MODEL = [
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20151101/dmn11.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20191111/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
  'https://www.omg.org/spec/DMN/20240513/MODEL/',
];
const READ_AS = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
/** The diagrams of the same versions: they say nothing of what is decided. */
const DIAGRAM = /^https?:\/\/www\.omg\.org\/spec\/DMN\/\d{8}\/DMNDI\/$/;
const DIAGRAM_READ_AS = 'https://www.omg.org/spec/DMN/20191111/DMNDI/';

export interface ReadDefinitions {
  readonly definitions: DmnElement;
  /** id → 1-based line of its start tag */
  readonly lines: ReadonlyMap<string, number>;
}

/**
 * Reads a DMN file, already decoded text, of any version up to 1.6, by the reader of version 1.3.
 *
 * @throws DecisionError when it is no XML, has a DTD, is too large or too deep, is no DMN, or has DMN elements that
 *   version 1.3 does not know
 */
export async function readDefinitions(xml: string): Promise<ReadDefinitions> {
  if (xml.length > MAX_CHARACTERS) throw refusal('dmn-too-large', 'is larger than 2 MB', '超过 2 MB');
  const { lines } = scan(xml);
  const { text, prefixes } = asVersion13(xml);
  if (prefixes.size === 0) throw refusal('dmn-missing', 'is not a DMN model', '不是 DMN 模型');
  const { rootElement, warnings } = await read(text);
  const problems = warnings.flatMap(({ message }) => problemOf(message, prefixes) ?? []);
  if (problems.length > 0) throw new DecisionError(problems);
  if (!isDmnElement(rootElement)) throw refusal('dmn-missing', 'is not a DMN model', '不是 DMN 模型');
  return { definitions: rootElement, lines };
}

function scan(xml: string): ReturnType<typeof scanXml> {
  try {
    return scanXml(xml);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const { en, zh } = error.messages;
    throw new DecisionError([problem(error.code.replace('xml-', 'dmn-'), null, en, zh, null, { line: error.line })]);
  }
}

/** Only in declarations of namespaces: a text may speak of them. Tells the prefixes that stand for DMN. */
function asVersion13(xml: string): { readonly text: string; readonly prefixes: ReadonlySet<string> } {
  const prefixes = new Set<string>();
  const declaration = /(\sxmlns(?::([\w.-]+))?\s*=\s*)(["'])([^"']*)\3/g;
  const text = xml.replaceAll(declaration, (whole, start: string, prefix = '', quote: string, uri: string) => {
    if (DIAGRAM.test(uri)) return `${start}${quote}${DIAGRAM_READ_AS}${quote}`;
    if (!MODEL.includes(uri)) return whole;
    prefixes.add(String(prefix));
    return `${start}${quote}${READ_AS}${quote}`;
  });
  return { text, prefixes };
}

async function read(text: string): Promise<Awaited<ReturnType<DmnModdle['fromXML']>>> {
  try {
    return await new DmnModdle().fromXML(text.replace(/^\uFEFF/, ''), 'dmn:Definitions', limitWarnings(MAX_WARNINGS));
  } catch (error) {
    if (error instanceof TooManyWarnings) {
      throw refusal(
        'dmn-unreadable',
        `has more than ${MAX_WARNINGS} places that can't be read`,
        `有超过 ${MAX_WARNINGS} 处无法识别`,
      );
    }
    const message = error instanceof Error ? error.message : String(error);
    if (message.startsWith('failed to parse document as'))
      throw refusal('dmn-missing', 'is not a DMN model', '不是 DMN 模型');
    throw broken(/nested error: (.*)/.exec(message)?.[1] ?? message.split('\n')[0] ?? '', lineIn(message));
  }
}

/** What the reader could not place, when it belongs to DMN; what other tools have added is theirs. */
function problemOf(message: string, prefixes: ReadonlySet<string>): DecisionProblem | null {
  const element = /^unparsable content <([^\s/>]+)/.exec(message)?.[1];
  if (element === undefined || !prefixes.has(element.includes(':') ? element.replace(/:.*$/, '') : '')) return null;
  const line = lineIn(message);
  const id = /nested error: (?:duplicate|illegal) ID <(.*)>/.exec(message)?.[1];
  if (id !== undefined) {
    const [en, zh] = [`The id "${id}" is used twice, or can't be one.`, `标识“${id}”重复或无效。`];
    return problem('id-duplicate', id, en, zh, '6.3.1', { line });
  }
  const [en, zh] = at(line);
  return problem(
    'dmn-unreadable',
    null,
    `DMN 1.3 does not know the element <${element}>, or not in this place${en}.`,
    `DMN 1.3 没有元素 <${element}>，或它不能出现在此处${zh}。`,
    '12.3',
    { line },
  );
}

/** The reader counts lines from 0. */
function lineIn(message: string): number | null {
  const line = /line: (\d+)/.exec(message)?.[1];
  return line === undefined ? null : Number(line) + 1;
}

function at(line: number | null): readonly [en: string, zh: string] {
  return line === null ? ['', ''] : [` (line ${line})`, `（第 ${line} 行）`];
}

function broken(reason: string, line: number | null): DecisionError {
  const [en, zh] = at(line);
  return new DecisionError([
    problem(
      'dmn-broken',
      null,
      `The file is not well-formed XML${en}: ${reason}.`,
      `文件不是合法的 XML${zh}：${reason}。`,
      null,
      { line },
    ),
  ]);
}

function refusal(rule: string, en: string, zh: string): DecisionError {
  return new DecisionError([problem(rule, null, `The file ${en}.`, `文件${zh}。`)]);
}
