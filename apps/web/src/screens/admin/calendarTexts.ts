import { defineTexts } from '../../i18n/defineTexts.ts';

export const calendarTexts = defineTexts({
  about: {
    en: 'Due dates and timers of processes that name a calendar are counted in its working time.',
    zh: '流程引用工作日历后，到期时间和定时器按其工作时间计算。',
  },
  none: { en: 'No calendars yet', zh: '暂无工作日历' },
  add: { en: 'Add a calendar', zh: '添加工作日历' },
  change: { en: 'Change {name}', zh: '修改{name}' },
  name: { en: 'Name', zh: '名称' },
  id: { en: 'Short name', zh: '标识' },
  idHint: {
    en: 'Processes name the calendar by it: small letters, digits, - and _, e.g. office. It stays.',
    zh: '流程通过它引用日历：小写字母、数字、- 和 _，如 office。之后不可修改。',
  },
  idReserved: {
    en: '“always” stands for around the clock: choose another.',
    zh: '“always”表示不按工作时间计算，请换一个。',
  },
  timeZone: { en: 'Time zone', zh: '时区' },
  zoneWrong: { en: 'There is no such time zone.', zh: '没有这个时区。' },
  hours: { en: 'Working hours', zh: '工作时间' },
  hoursHint: {
    en: 'E.g. 09:00-12:00, 13:30-18:00; empty for a day off.',
    zh: '如 09:00-12:00, 13:30-18:00；休息日留空。',
  },
  hoursWrong: {
    en: 'Write hours in their order, like 09:00-12:00, 13:30-18:00.',
    zh: '请按先后顺序填写，如 09:00-12:00, 13:30-18:00。',
  },
  noHours: { en: 'At least one day must have working hours.', zh: '至少一天要有工作时间。' },
  monday: { en: 'Monday', zh: '周一' },
  tuesday: { en: 'Tuesday', zh: '周二' },
  wednesday: { en: 'Wednesday', zh: '周三' },
  thursday: { en: 'Thursday', zh: '周四' },
  friday: { en: 'Friday', zh: '周五' },
  saturday: { en: 'Saturday', zh: '周六' },
  sunday: { en: 'Sunday', zh: '周日' },
  days: { en: 'Holidays and make-up days', zh: '节假日与调休' },
  daysHint: {
    en: 'A line each: 2026-10-01 off, or 2026-10-10 work for a day worked to make up for one; 2026-10-01..2026-10-07 off for several. 休 and 班 mean the same.',
    zh: '每行一条：2026-10-01 休；调休上班写 2026-10-10 班；连续多天写 2026-10-01..2026-10-07 休。',
  },
  daysWrong: { en: 'Line {line} says nothing of a day: {text}', zh: '第 {line} 行无法识别：{text}' },
  daysOff: { en: 'Days off', zh: '休息日' },
  daysWorked: { en: 'Make-up days', zh: '调休上班日' },
  changed: { en: 'Changed', zh: '更新时间' },
  saved: { en: 'Saved', zh: '已保存' },
  removed: { en: 'Removed', zh: '已删除' },
  remove: { en: 'Remove', zh: '删除' },
  removeNamed: { en: 'Remove {name}', zh: '删除{name}' },
  removeTitle: { en: 'Remove the calendar {name}?', zh: '确定删除工作日历“{name}”？' },
  removeText: {
    en: 'Drafts that name it can’t be deployed until they name another.',
    zh: '引用它的草稿需改用其他日历后才能发布。',
  },
});

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
