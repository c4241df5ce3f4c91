import { DealwrightError } from '../DealwrightError.ts';

/** The data folder cannot be made, written or locked; says what to do. */
export function folderNotUsable(folder: string, error: unknown): DealwrightError {
  const reason = error instanceof Error ? error.message : String(error);
  return new DealwrightError(
    'folder-not-usable',
    {
      en: `The data folder ${folder} cannot be used: ${reason}. Make it writable for this user, or choose another folder.`,
      zh: `数据目录 ${folder} 无法使用：${reason}。请为当前用户授予写权限，或改用其他目录。`,
    },
    { folder, reason },
  );
}
