import { defineTexts } from '../i18n/defineTexts.ts';

export const uiTexts = defineTexts({
  close: { en: 'Close', zh: '关闭' },
  cancel: { en: 'Cancel', zh: '取消' },
  save: { en: 'Save', zh: '保存' },
  retry: { en: 'Try again', zh: '重试' },
  loading: { en: 'Loading…', zh: '加载中…' },
  failed: { en: 'This could not be loaded', zh: '加载失败' },
  notifications: { en: 'Notifications', zh: '通知' },
  required: { en: 'required', zh: '必填' },
  choose: { en: 'Choose…', zh: '请选择…' },
  noMatch: { en: 'No match', zh: '无匹配结果' },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
  search: { en: 'Search', zh: '搜索' },
  loadMore: { en: 'Show more', zh: '加载更多' },
  showEarlier: { en: 'Show earlier', zh: '查看更早' },
  turn: { en: '{name} (no. {count})', zh: '{name}（第 {count} 项）' },
  turnOf: { en: '{name} ({count}: {item})', zh: '{name}（第 {count} 项：{item}）' },
  demo: { en: 'Demo', zh: '演示' },
  demoHint: { en: 'Demo data: made up, removable at any time', zh: '演示数据：虚构内容，可随时移除' },
});
