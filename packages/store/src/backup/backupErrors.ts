import { DealwrightError } from '../DealwrightError.ts';

/** The file is no backup, is cut short, or is not as it was written. Nothing of it was restored. */
export function backupBroken(reason: { readonly en: string; readonly zh: string }): DealwrightError {
  return new DealwrightError('backup-broken', {
    en: `The backup can't be used: ${reason.en}. Nothing was restored.`,
    zh: `备份无法使用：${reason.zh}。未恢复任何数据。`,
  });
}

/** The backup has migrations that this program does not know. */
export function backupNewer(unknown: readonly string[]): DealwrightError {
  const names = unknown.join(', ');
  return new DealwrightError(
    'backup-newer',
    {
      en: `The backup was made by a newer version of Dealwright (it has ${names}). Restore it with that version.`,
      zh: `该备份由更新版本的 Dealwright 创建（包含 ${names}）。请使用相应的新版本恢复。`,
    },
    { unknown },
  );
}

/** The database to restore into holds something already. */
export function restoreNotEmpty(tables: readonly string[]): DealwrightError {
  const names = tables.join(', ');
  return new DealwrightError(
    'restore-not-empty',
    {
      en: `The database is not empty (${names}). Restore into a new one.`,
      zh: `数据库不为空（${names}）。请恢复到新的数据库。`,
    },
    { tables },
  );
}

/** The database is empty, but its tables are those of another version. */
export function restoreOtherLevel(): DealwrightError {
  return new DealwrightError('restore-other-level', {
    en: 'The tables of the database are those of another version than the backup. Restore into a new one, without tables.',
    zh: '数据库的表结构与备份的版本不同。请恢复到没有任何表的新数据库。',
  });
}

/** There is nothing of this program in the database. */
export function nothingToBackUp(): DealwrightError {
  return new DealwrightError('nothing-to-back-up', {
    en: 'The database has no tables of Dealwright: there is nothing to back up.',
    zh: '数据库中没有 Dealwright 的表，无可备份的内容。',
  });
}
