// makes the types of dmn-moddle known to whoever imports this package; an ambient module cannot be imported
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./modules.d.ts" />
import { limitWarnings, ModelError, scanXml, TooManyWarnings } from '@dealwright/bpmn';
import { DmnModdle } from 'dmn-moddle';
import { DecisionError } from './DecisionError.ts';
import { problem } from './DecisionProblem.ts';
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
  const { text, known } = asVersion13(xml);
  if (!known) throw refusal('dmn-missing', 'is not a DMN model', '不是 DMN 模型');
  const { rootElement, warnings } = await read(text);
  for (const { message } of warnings) {
    const foreign = /^un(?:parsable content|recognized element) <[\w-]+:/.test(message);
    if (/unparsable|unrecognized|duplicate|illegal ID/i.test(message) && !foreign) {
      throw unreadable(message.split('\n')[0] ?? '', lineIn(message));
    }
  }
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

/** Only in declarations of namespaces: a text may speak of them. */
function asVersion13(xml: string): { readonly text: string; readonly known: boolean } {
  let known = false;
  const text = xml.replaceAll(
    /(\sxmlns(?::[\w.-]+)?\s*=\s*)(["'])([^"']*)\2/g,
    (whole, start: string, quote: string, uri: string) => {
      if (MODEL.includes(uri)) known = true;
      const now = MODEL.includes(uri) ? READ_AS : DIAGRAM.test(uri) ? DIAGRAM_READ_AS : null;
      return now === null ? whole : `${start}${quote}${now}${quote}`;
    },
  );
  return { text, known };
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
    throw unreadable(
      /nested error: (.*)/.exec(message)?.[1] ?? message.split('\n')[0] ?? '',
      lineIn(message),
      'dmn-broken',
    );
  }
}

/** The reader counts lines from 0. */
function lineIn(message: string): number | null {
  const line = /line: (\d+)/.exec(message)?.[1];
  return line === undefined ? null : Number(line) + 1;
}

function unreadable(reason: string, line: number | null, rule = 'dmn-unreadable'): DecisionError {
  const [en, zh] = line === null ? ['', ''] : [` (line ${line})`, `（第 ${line} 行）`];
  return new DecisionError([
    problem(rule, null, `The file can't be read: ${reason}${en}.`, `无法读取文件：${reason}${zh}。`, null, { line }),
  ]);
}

function refusal(rule: string, en: string, zh: string): DecisionError {
  return new DecisionError([problem(rule, null, `The file ${en}.`, `文件${zh}。`)]);
}
