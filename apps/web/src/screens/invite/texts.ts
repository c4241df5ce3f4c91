import { defineTexts } from '../../i18n/defineTexts.ts';

export const inviteTexts = defineTexts({
  title: { en: 'Welcome', zh: '欢迎加入' },
  text: { en: 'Choose a password and your worklist is ready.', zh: '设置密码后即可开始使用。' },
  password: { en: 'Password', zh: '密码' },
  passwordHint: { en: 'At least 10 characters', zh: '至少 10 个字符' },
  submit: { en: 'Set password and sign in', zh: '设置密码并登录' },
  noToken: {
    en: 'This address lacks its token. Copy the whole invitation link.',
    zh: '链接不完整，请复制完整的邀请链接。',
  },
});
