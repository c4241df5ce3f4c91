import type { BackupHeader } from '@dealwright/store';

/** How much there is, for the last line on the console. */
export function sizeOf(header: BackupHeader): string {
  const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
  return `${header.tables.length} tables, ${rows} rows`;
}

/** Whether the data can be used in full only with the key that its secrets were encrypted with. */
export function needsSecretKey(header: BackupHeader): boolean {
  return header.tables.some(({ name, rows }) => rows > 0 && (name === 'secret' || name === 'webhook'));
}
