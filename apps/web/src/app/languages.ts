import type { Language } from '@dealwright/api/contract';

/** Each language under its own name, so that whoever needs it finds it. */
export const LANGUAGES: readonly { value: Language; label: string }[] = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
];
