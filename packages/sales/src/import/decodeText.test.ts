import { describe, expect, it } from 'vitest';
import { decodeText } from './decodeText.ts';

describe('decodeText', () => {
  it('reads UTF-8 and takes a byte order mark away', () => {
    expect(decodeText('a.csv', new TextEncoder().encode('客户'))).toEqual({ text: '客户', encoding: 'utf-8' });
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('客户')]);
    expect(decodeText('a.csv', marked)).toEqual({ text: '客户', encoding: 'utf-8-bom' });
  });

  it('reads GBK, which Excel writes on Chinese systems', () => {
    // 客户,销售 in GBK
    const gbk = new Uint8Array([0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xcf, 0xfa, 0xca, 0xdb]);
    expect(decodeText('a.csv', gbk)).toEqual({ text: '客户,销售', encoding: 'gb18030' });
  });

  it('refuses what is no text and names the file', () => {
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff]);
    expect(() => decodeText('logo.png', picture)).toThrowError(
      expect.objectContaining({ code: 'csv-encoding', place: { file: 'logo.png' } }) as Error,
    );
  });
});
