import { defineTexts } from '../i18n/defineTexts.ts';

export const demoTexts = defineTexts({
  load: { en: 'Load demo data', zh: '加载演示数据' },
  remove: { en: 'Remove demo data', zh: '移除演示数据' },
  loaded: { en: 'Demo team, processes and deals are loaded', zh: '演示团队、流程和商机已加载' },
  removed: { en: 'Demo data is removed', zh: '演示数据已移除' },
  title: { en: 'Demo data', zh: '演示数据' },
  about: {
    en: 'A small made-up team with deals under way, so that every screen has something to show. All of it is marked and goes with one press; your own data stays.',
    zh: '一个虚构的小团队和进行中的商机，便于体验各个页面。所有演示内容均有标记，可一键移除，不影响您的数据。',
  },
  people: { en: 'Demo people', zh: '演示人员' },
  confirmRemove: {
    en: 'Remove the demo people, deals and tasks? Your own data stays.',
    zh: '确定移除演示人员、商机和待办吗？您的数据不受影响。',
  },
});
