import { ModelError } from '../ModelError.ts';
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
  const namespaces = new Map<string, string>();
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
    if (xml.startsWith('<!--', at)) at = skipTo('-->', at + 4);
    else if (xml.startsWith('<![CDATA[', at)) at = skipTo(']]>', at + 9);
    else if (xml.startsWith('<!', at)) throw doctype(lineAt(at));
    else if (xml.startsWith('<?', at)) at = skipTo('?>', at + 2);
    else if (xml.startsWith('</', at)) {
      depth -= 1;
      visit?.({ kind: 'close' });
      at = skipTo('>', at + 2);
    } else {
      const end = endOfTag(xml, at);
      if (end === -1) throw broken(lineAt(at), 'a tag is not closed', '有标签未闭合');
      const tag = xml.slice(at, end);
      const attributes = attributesOf(tag);
      const id = attributes.get('id');
      if (id !== undefined && !lines.has(id)) lines.set(id, lineAt(at));
      visit?.({ ...readTag(tag, attributes, namespaces), attributes, line: lineAt(at) });
      if (!tag.endsWith('/>')) depth += 1;
      if (depth > MAX_DEPTH) throw tooDeep(lineAt(at));
      at = end;
    }
  }
  return { lines };
}

function checkText(xml: string): void {
  if (xml.trim() === '') {
    throw new ModelError('xml-empty', { en: 'The file is empty.', zh: '文件是空的。' });
  }
  if (xml.length > MAX_BYTES || new TextEncoder().encode(xml).length > MAX_BYTES) {
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

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of tag.matchAll(/\s([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name !== undefined && !attributes.has(name)) attributes.set(name, double ?? single ?? '');
  }
  return attributes;
}

/** Prefixes are taken as declared once for the whole file, wherever that stands, as tools write them. */
function readTag(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  namespaces: Map<string, string>,
): { readonly kind: 'open' | 'empty'; readonly name: string; readonly namespace: string | null } {
  for (const [name, uri] of attributes) {
    if (name === 'xmlns') namespaces.set('', uri);
    else if (name.startsWith('xmlns:')) namespaces.set(name.slice('xmlns:'.length), uri);
  }
  const qualified = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
  const colon = qualified.indexOf(':');
  return {
    kind: tag.endsWith('/>') ? 'empty' : 'open',
    name: qualified.slice(colon + 1),
    namespace: namespaces.get(colon === -1 ? '' : qualified.slice(0, colon)) ?? null,
  };
}

/** Position behind the ">" of the tag that starts at `at`, honouring quoted ">"; -1 when there is none. */
function endOfTag(xml: string, at: number): number {
  for (let i = at + 1; i < xml.length; i += 1) {
    const char = xml[i];
    if (char === '>') return i + 1;
    if (char === '<') return -1;
    if (char === '"' || char === "'") {
      i = xml.indexOf(char, i + 1);
      if (i === -1) return -1;
    }
  }
  return -1;
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
