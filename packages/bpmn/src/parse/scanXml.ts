import { ModelError } from '../ModelError.ts';
import { QualifiedNames } from './QualifiedNames.ts';
import { readStartTag } from './readStartTag.ts';
import type { XmlTag } from './XmlTag.ts';

/** 5 MB: a model of 5,000 elements with its diagram takes about 3. */
export const MAX_BYTES = 5_000_000;
/** Well beyond any drawing: thirty nested subprocesses need about sixty levels. */
export const MAX_DEPTH = 200;

const ENCODINGS = /^(utf-?8|utf-?16(le|be)?|us-ascii|ascii|iso-8859-1|windows-1252|gb2312|gbk|gb18030|big5)$/i;
// XML 1.0, section 2.2: no other control characters; NUL also betrays UTF-16 that was read as bytes
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

export interface XmlScan {
  /** id attribute → 1-based line of its first start tag */
  readonly lines: ReadonlyMap<string, number>;
}

/**
 * Looks at the raw text before any parser does: size, encoding, nesting, and no DTD at all (entity definitions
 * are how a small file becomes gigabytes). One pass, linear in the length, which shows each tag to `visit`.
 *
 * @throws ModelError naming the line
 */
export function scanXml(xml: string, visit?: (tag: XmlTag) => void): XmlScan {
  checkText(xml);
  const lines = new Map<string, number>();
  const names = new QualifiedNames();
  let line = 1;
  let newline = xml.indexOf('\n');
  let depth = 0;
  // the next line end is kept: looking for it anew at each tag of a file in one line took a minute for 3 MB
  const lineAt = (position: number): number => {
    while (newline !== -1 && newline < position) {
      line += 1;
      newline = xml.indexOf('\n', newline + 1);
    }
    return line;
  };
  const skipTo = (end: string, from: number): number => {
    const found = xml.indexOf(end, from);
    if (found === -1) throw broken(lineAt(from), `"${end}" is missing`, `缺少“${end}”`);
    return found + end.length;
  };

  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const next = xml[at + 1];
    if (next === '/') {
      depth -= 1;
      at = skipTo('>', at + 2);
      visit?.({ kind: 'close', end: at });
    } else if (next === '?') at = skipTo('?>', at + 2);
    else if (next === '!') {
      if (xml.startsWith('<!--', at)) at = skipTo('-->', at + 4);
      else if (xml.startsWith('<![CDATA[', at)) at = skipTo(']]>', at + 9);
      else throw doctype(lineAt(at));
    } else {
      const tag = readStartTag(xml, at);
      const start = lineAt(at);
      if (!tag) throw broken(start, 'a tag is not closed', '有标签未闭合');
      const { kind, attributes, end } = tag;
      const id = attributes.find(({ name }) => name === 'id')?.value;
      if (id !== undefined && !lines.has(id)) lines.set(id, start);
      names.declare(attributes);
      if (visit) {
        const { name, namespace } = names.read(tag.name);
        visit({ kind, name, namespace, id, attributes, line: start, at, end });
      }
      if (kind === 'open') depth += 1;
      if (depth > MAX_DEPTH) throw tooDeep(start);
      at = end;
    }
  }
  return { lines };
}

function checkText(xml: string): void {
  if (xml.trim() === '') {
    throw new ModelError('xml-empty', { en: 'The file is empty.', zh: '文件是空的。' });
  }
  // a unit of the text takes three bytes at most: only a text near the limit has to be counted
  const short = xml.length * 3 <= MAX_BYTES;
  if (!short && (xml.length > MAX_BYTES || new TextEncoder().encode(xml).length > MAX_BYTES)) {
    throw new ModelError('xml-too-large', {
      en: `The file is larger than ${MAX_BYTES / 1_000_000} MB.`,
      zh: `文件超过 ${MAX_BYTES / 1_000_000} MB。`,
    });
  }
  const bad = FORBIDDEN.exec(xml);
  if (bad) {
    throw new ModelError(
      'xml-characters',
      {
        en: 'The file contains characters that XML does not allow. Is it really a UTF-8 text file?',
        zh: '文件包含 XML 不允许的字符。请确认它是 UTF-8 文本文件。',
      },
      { line: xml.slice(0, bad.index).split('\n').length },
    );
  }
  const encoding = /^\uFEFF?\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([^"']{0,40})/i.exec(xml.slice(0, 400))?.[1];
  if (encoding !== undefined && !ENCODINGS.test(encoding)) {
    throw new ModelError(
      'xml-encoding',
      {
        en: `The encoding "${encoding}" is not accepted; save the file as UTF-8.`,
        zh: `不支持编码“${encoding}”，请另存为 UTF-8。`,
      },
      { line: 1 },
    );
  }
}

function broken(line: number, en: string, zh: string): ModelError {
  return new ModelError(
    'xml-broken',
    {
      en: `The file is not well-formed XML: ${en} (line ${line}).`,
      zh: `文件不是合法的 XML：${zh}（第 ${line} 行）。`,
    },
    { line },
  );
}

function doctype(line: number): ModelError {
  return new ModelError(
    'xml-doctype',
    {
      en: `The file contains a DOCTYPE or entity declaration (line ${line}). These are refused because they can be used to attack the server.`,
      zh: `文件包含 DOCTYPE 或实体声明（第 ${line} 行）。为防止攻击，系统拒绝此类文件。`,
    },
    { line },
  );
}

function tooDeep(line: number): ModelError {
  return new ModelError(
    'xml-too-deep',
    {
      en: `Elements are nested more than ${MAX_DEPTH} levels deep (line ${line}).`,
      zh: `元素嵌套超过 ${MAX_DEPTH} 层（第 ${line} 行）。`,
    },
    { line },
  );
}
