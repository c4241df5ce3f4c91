import type { AccountRow } from '../CrmExport.ts';
import { suggest } from '../suggest.ts';
import { countryNames, SECTORS } from '../vocabulary.ts';
import type { DirtDetector, DirtRow } from './Dirt.ts';

const KEPT = {
  en: 'Kept as written. Correct it on the account if you agree with the suggestion.',
  zh: '按原文保留；如认可建议，可在客户资料中修改。',
};

export const misspeltSector: DirtDetector = (data) => ({
  kind: 'misspelt-sector',
  label: { en: 'Sector probably misspelt', zh: '行业名称疑似拼写错误' },
  treatment: KEPT,
  rows: misspelt(data.accounts, (row) => row.sector, new Set(SECTORS)).filter((row) => row.suggestion),
});

export const unknownCountry: DirtDetector = (data) => ({
  kind: 'unknown-country',
  label: { en: 'Country not known by that name', zh: '无法识别的国家名称' },
  treatment: KEPT,
  rows: misspelt(data.accounts, (row) => row.country, countryNames()),
});

export const unknownParent: DirtDetector = (data) => {
  const known = new Set(data.accounts.map((row) => row.name));
  return {
    kind: 'unknown-parent',
    label: { en: 'Parent company not in the account list', zh: '客户名单中没有的母公司' },
    treatment: { en: 'Kept as a name on the account; no account is made.', zh: '仅作为名称保留在客户上，不新建客户。' },
    rows: data.accounts.flatMap(({ file, line, parent }) =>
      parent !== null && !known.has(parent) ? [{ file, line, value: parent }] : [],
    ),
  };
};

export const accountWithoutParent: DirtDetector = (data) => ({
  kind: 'account-without-parent',
  label: { en: 'Account without a parent company', zh: '未填写母公司的客户' },
  treatment: {
    en: 'Imported as an independent company. The file cannot say whether that is so or only left out.',
    zh: '按独立公司导入；文件无法区分“没有母公司”与“未填写”。',
  },
  rows: data.accounts.flatMap(({ file, line, name, parent }) => (parent === null ? [{ file, line, value: name }] : [])),
});

export const duplicateAccount: DirtDetector = (data) => {
  const seen = new Set<string>();
  return {
    kind: 'duplicate-account',
    label: { en: 'Account listed more than once', zh: '重复出现的客户' },
    treatment: {
      en: 'One account is made, with the facts of its first row.',
      zh: '只建立一个客户，资料取自首次出现的行。',
    },
    rows: data.accounts.flatMap(({ file, line, name }) => {
      if (seen.has(name)) return [{ file, line, value: name }];
      seen.add(name);
      return [];
    }),
  };
};

function misspelt(
  rows: readonly AccountRow[],
  wordOf: (row: AccountRow) => string | null,
  known: ReadonlySet<string>,
): DirtRow[] {
  return rows.flatMap((row) => {
    const value = wordOf(row);
    if (value === null || known.has(value)) return [];
    const whole = [...known].filter((name) => name.split(' ').includes(value));
    const suggestion = whole.length > 0 ? whole.join(' / ') : suggest(value, known);
    return [{ file: row.file, line: row.line, value, ...(suggestion ? { suggestion } : {}) }];
  });
}
