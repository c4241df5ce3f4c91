import type { Language } from '@dealwright/api/contract';
import flatpickr from 'flatpickr';
import { Mandarin } from 'flatpickr/dist/l10n/zh.js';

/** Month and weekday names of the form library's calendar, for date fields drawn from now on. */
export function localizeCalendar(language: Language): void {
  const names = language === 'zh' ? Mandarin : flatpickr.l10ns.en;
  if (names) flatpickr.localize(names);
  // how a day is read out
  flatpickr.setDefaults({ ariaDateFormat: language === 'zh' ? 'Y年n月j日' : 'F j, Y' });
}
