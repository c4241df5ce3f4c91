import { defineTexts } from '../../i18n/defineTexts.ts';

export const signInTexts = defineTexts({
  title: { en: 'Sign in', zh: '登录' },
  claim: {
    en: 'Draw how you sell. Run every deal on it. See where it stalls.',
    zh: '把销售过程画出来，让每个商机跑在图上，看清卡在哪一步。',
  },
  email: { en: 'E-mail', zh: '邮箱' },
  password: { en: 'Password', zh: '密码' },
  submit: { en: 'Sign in', zh: '登录' },
  setupNeeded: {
    en: 'This installation has no administrator yet. Open the one-time link that the server printed on its console.',
    zh: '系统尚未设置管理员。请打开服务器控制台中打印的一次性链接完成设置。',
  },
  noAccount: {
    en: 'No account or no password? Ask your administrator for an invitation link.',
    zh: '没有账号或忘记密码？请联系管理员获取邀请链接。',
  },
  language: { en: 'Language', zh: '语言' },
});
