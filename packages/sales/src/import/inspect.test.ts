import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspect, summarise } from './inspect.ts';
import { readExport } from './readExport.ts';
import { DIRTY, filesOf } from './testExport.ts';
import { totalsOf } from './totals.ts';

describe('inspect', () => {
  const byKind = new Map(inspect(readExport(filesOf(DIRTY))).map((finding) => [finding.kind, finding.rows]));

  it.each([
    ['unknown-product', [{ file: 'deals.csv', line: 3, value: 'GTXPro', suggestion: 'GTX Pro' }]],
    ['unknown-account', [{ file: 'deals.csv', line: 6, value: 'Sunflowr', suggestion: 'Sunflower' }]],
    ['misspelt-sector', [{ file: 'accounts.csv', line: 2, value: 'technolgy', suggestion: 'technology' }]],
    [
      'unknown-country',
      [
        { file: 'accounts.csv', line: 3, value: 'Philipines', suggestion: 'Philippines' },
        { file: 'accounts.csv', line: 4, value: 'Korea', suggestion: 'North Korea / South Korea' },
      ],
    ],
    ['unknown-parent', [{ file: 'accounts.csv', line: 4, value: 'Nobody Ltd' }]],
    ['agent-without-deals', [{ file: 'teams.csv', line: 4, value: 'Dee Vale' }]],
    ['duplicate-opportunity', [{ file: 'deals.csv', line: 8, value: 'D6' }]],
    ['close-before-engage', [{ file: 'deals.csv', line: 9, value: '2024-03-09 → 2024-03-01' }]],
  ])('finds %s with file, line and value', (kind, rows) => {
    expect(byKind.get(kind)).toEqual(rows);
  });

  it('names a person who is in no team', () => {
    expect(byKind.get('unknown-agent')?.map((row) => row.value)).toEqual(['Cy Moss', 'Cy Moss']);
  });

  it('finds nothing in a clean export', () => {
    const kinds = inspect(
      readExport(
        filesOf({
          'deals.csv': (DIRTY['deals.csv'] ?? '').split('\n').slice(0, 2).join('\n'),
          'accounts.csv':
            'account,sector,year_established,revenue,employees,office_location,subsidiary_of\nNorthwind,technology,1990,1,2,Japan,Northwind',
          'products.csv': DIRTY['products.csv'] ?? '',
          'teams.csv': 'sales_agent,manager,regional_office\nAda Lin,Mia Roth,Central',
        }),
      ),
    ).map((finding) => finding.kind);
    // an export never has e-mail addresses
    expect(kinds).toEqual(['person-without-email']);
  });

  it('shows five examples and the count of all', () => {
    const rows = Array.from({ length: 9 }, (_, i) => ({ file: 'a', line: i, value: 'x' }));
    const summary = summarise({ kind: 'k', label: { en: 'k' }, treatment: { en: 't' }, rows });
    expect([summary.count, summary.examples.length]).toEqual([9, 5]);
  });
});

const folder = process.env['DEALWRIGHT_CRM'];
describe.skipIf(!folder)('the real export', () => {
  const load = () =>
    readExport(
      ['sales_pipeline', 'accounts', 'products', 'sales_teams', 'data_dictionary'].map((name) => ({
        name: `${name}.csv`,
        bytes: readFileSync(join(folder ?? '', `${name}.csv`)),
      })),
    );

  it('has the totals that are known of it', () => {
    expect(totalsOf(load())).toEqual({
      deals: 8800,
      byStage: { Won: 4238, Lost: 2473, Engaging: 1589, Prospecting: 500 },
      owners: 30,
      wonValue: 10_005_534,
      accounts: 85,
      products: 7,
      people: 41,
    });
  });

  it('shows the dirt that is known of it', () => {
    const counts = Object.fromEntries(inspect(load()).map((finding) => [finding.kind, finding.rows.length]));
    expect(counts).toEqual({
      'lost-without-value': 2473,
      'open-without-value': 2089,
      'unknown-product': 1480,
      'open-deal-clock': 1589,
      'missing-account': 1425,
      'missing-engage-date': 500,
      'account-without-parent': 70,
      'person-without-email': 41,
      'misspelt-sector': 12,
      'agent-without-deals': 5,
      'unknown-country': 2,
    });
  });
});
