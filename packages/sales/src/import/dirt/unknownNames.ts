import type { CrmExport, PipelineRow } from '../CrmExport.ts';
import { suggest } from '../suggest.ts';
import type { DirtDetector, DirtRow } from './Dirt.ts';

/** Deals naming a product that the product list does not have. */
export const unknownProduct: DirtDetector = (data) => ({
  kind: 'unknown-product',
  label: { en: 'Product not in the product list', zh: '产品目录中没有的产品' },
  treatment: {
    en: 'Kept as written, as a product without a list price, unless you agree to the suggested one. The word of the file stays with the deal.',
    zh: '若未采纳建议，则按原文建立无标价的产品；文件中的原词保留在商机上。',
  },
  rows: unknown(data, (row) => row.product, names(data.products)),
});

/** Deals naming an account that the account list does not have. */
export const unknownAccount: DirtDetector = (data) => ({
  kind: 'unknown-account',
  label: { en: 'Account not in the account list', zh: '客户名单中没有的客户' },
  treatment: {
    en: 'Created under the name in the file, without further facts.',
    zh: '按文件中的名称新建客户，其他资料留空。',
  },
  rows: unknown(data, (row) => row.account, names(data.accounts)),
});

/** Deals of somebody who is in no team. */
export const unknownAgent: DirtDetector = (data) => ({
  kind: 'unknown-agent',
  label: { en: 'Sales agent not in the team list', zh: '团队名单中没有的销售' },
  treatment: {
    en: 'Created as a rep without manager and team.',
    zh: '新建为销售，暂无主管与团队。',
  },
  rows: unknown(data, (row) => row.agent, new Set(data.teams.map((row) => row.agent))),
});

function names(rows: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(rows.map((row) => row.name));
}

function unknown(data: CrmExport, wordOf: (row: PipelineRow) => string | null, known: ReadonlySet<string>): DirtRow[] {
  const suggestions = new Map<string, string | null>();
  const rows: DirtRow[] = [];
  for (const row of data.pipeline) {
    const word = wordOf(row);
    if (word === null || known.has(word)) continue;
    if (!suggestions.has(word)) suggestions.set(word, suggest(word, known));
    const suggestion = suggestions.get(word);
    rows.push({ file: row.file, line: row.line, value: word, ...(suggestion ? { suggestion } : {}) });
  }
  return rows;
}
