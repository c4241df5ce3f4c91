import { api } from '../../api/index.ts';
import { csvText } from '../../files/csvText.ts';
import { download } from '../../files/download.ts';
import { labelOf, t } from '../../i18n/index.ts';
import type { ReadFile } from './readFiles.ts';
import { importTexts as texts } from './texts.ts';

/** Hands the person every row of every kind of dirt as one CSV file, in the language they read. */
export async function downloadFindings(files: readonly ReadFile[]): Promise<void> {
  const findings = await api.import.findings.mutate({ files: [...files] });
  const head = [texts.problem, texts.file, texts.line, texts.valueInFile, texts.suggestion, texts.treatment].map(
    (text) => t(text),
  );
  const rows = findings.flatMap(({ kind, label, treatment, rows: found }) =>
    found.map((row) => [
      labelOf(label, kind),
      row.file,
      row.line,
      row.value,
      row.suggestion ?? '',
      labelOf(treatment, ''),
    ]),
  );
  download('import-report.csv', csvText([head, ...rows]), 'text/csv');
}
