import { describe, expect, it } from 'vitest';
import { csvText } from './csvText.ts';

describe('csvText', () => {
  it('quotes what needs it', () => {
    expect(
      csvText([
        ['a', 1],
        ['say "hi", twice', 'two\nlines'],
      ]),
    ).toBe('\uFEFFa,1\r\n"say ""hi"", twice","two\nlines"\r\n');
  });

  it('gives a spreadsheet no formula to run', () => {
    expect(csvText([['=1+1', -5, '@x']])).toBe("\uFEFF'=1+1,-5,'@x\r\n");
  });
});
