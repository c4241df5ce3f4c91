import { describe, expect, it } from 'vitest';
import { readExport } from './readExport.ts';
import { DIRTY, filesOf } from './testExport.ts';

const refusal = (code: string, place: object) => expect.objectContaining({ code, place }) as Error;

describe('readExport', () => {
  it('recognises files by their columns, whatever they are called, and passes others over', () => {
    const read = readExport(filesOf({ ...DIRTY, 'notes.csv': 'a,b\n1,2' }));
    expect(read.files.map((file) => [file.name, file.kind, file.rows])).toEqual([
      ['deals.csv', 'pipeline', 8],
      ['accounts.csv', 'accounts', 3],
      ['products.csv', 'products', 2],
      ['teams.csv', 'teams', 3],
      ['notes.csv', 'ignored', 1],
    ]);
  });

  it('types the cells and keeps each row its line and a key of its own', () => {
    const { pipeline } = readExport(filesOf(DIRTY));
    expect(pipeline[0]).toMatchObject({ line: 2, key: 'D1', engageDate: '2024-01-10', closeValue: 4700 });
    expect(pipeline[3]).toMatchObject({ account: null, closeDate: null, closeValue: null });
    expect(pipeline.map((row) => row.key)).toEqual(['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D6#2', 'D7']);
  });

  it('names file, column and what was found when a column is missing', () => {
    const texts = { ...DIRTY, 'deals.csv': (DIRTY['deals.csv'] ?? '').replace('close_value', 'amount') };
    expect(() => readExport(filesOf(texts))).toThrowError(
      refusal('csv-missing-column', { file: 'deals.csv', line: 1, field: 'close_value' }),
    );
    expect(() => readExport(filesOf(texts))).toThrowError(/Found: .*amount/);
  });

  it.each([
    ['2024-02-30', 'csv-bad-date', 'close_date'],
    ['10/12/2024', 'csv-bad-date', 'close_date'],
  ])('refuses the date %s with file, line and column', (value, code, field) => {
    const texts = { ...DIRTY, 'deals.csv': (DIRTY['deals.csv'] ?? '').replace('2024-02-20', value) };
    expect(() => readExport(filesOf(texts))).toThrowError(refusal(code, { file: 'deals.csv', line: 3, field }));
  });

  it('refuses a number that is none, and counts the other faults', () => {
    const texts = { ...DIRTY, 'deals.csv': (DIRTY['deals.csv'] ?? '').replace('4700', '4.7k').replace(',900', ',x') };
    expect(() => readExport(filesOf(texts))).toThrowError(/"4\.7k" is not a number.* 1 more cells/);
  });

  it('refuses when no file holds deals, or two do', () => {
    const { 'deals.csv': deals, ...rest } = DIRTY;
    expect(() => readExport(filesOf(rest))).toThrowError(
      expect.objectContaining({ code: 'csv-missing-file' }) as Error,
    );
    expect(() => readExport(filesOf({ ...DIRTY, 'more.csv': deals ?? '' }))).toThrowError(
      refusal('csv-duplicate-file', { file: 'more.csv' }),
    );
  });
});
