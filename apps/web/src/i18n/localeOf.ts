import type { Language } from '@dealwright/api/contract';

/** The locale that dates, numbers and money are written in. */
export function localeOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en-US';
}
