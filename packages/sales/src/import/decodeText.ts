import { SalesError } from '../SalesError.ts';

export interface DecodedText {
  readonly text: string;
  /** the encoding's WHATWG name, as found */
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'gb18030';
}

/**
 * Bytes of a text file to text. Excel writes UTF-8 with a byte order mark or, on a Chinese system, GBK, and neither
 * says so: what is not valid UTF-8 is read as GB18030 (GBK's superset). Throws `csv-encoding` when it is neither.
 */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode('utf-16le', bytes), encoding: 'utf-16le' };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: decode('utf-8', bytes), encoding: bom ? 'utf-8-bom' : 'utf-8' };
  } catch {
    // not UTF-8: the other encoding decides
  }
  try {
    const text = decode('gb18030', bytes);
    if (!hasControlCharacters(text)) return { text, encoding: 'gb18030' };
  } catch {
    // neither
  }
  throw new SalesError(
    'csv-encoding',
    {
      en: `${file} is neither UTF-8 nor GBK text. Save it as "CSV UTF-8" and try again.`,
      zh: `${file} 既不是 UTF-8 也不是 GBK 编码的文本，请另存为“CSV UTF-8”后重试。`,
    },
    { place: { file } },
  );
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** A picture or a workbook decodes as "text" surprisingly often; its control characters give it away. */
function hasControlCharacters(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return true;
  }
  return false;
}
