import { defineTexts } from './defineTexts.ts';

export const durationTexts = defineTexts({
  minutes: { en: '{count} min', zh: '{count} 分钟' },
  hours: { en: '{count} h', zh: '{count} 小时' },
  days: { en: '{count} d', zh: '{count} 天' },
  years: { en: '{count} y', zh: '{count} 年' },
  overdue: { en: '{time} overdue', zh: '已逾期 {time}' },
  dueIn: { en: 'due in {time}', zh: '{time}后到期' },
});
