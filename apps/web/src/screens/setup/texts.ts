import { defineTexts } from '../../i18n/defineTexts.ts';

export const setupTexts = defineTexts({
  title: { en: 'Create the first administrator', zh: '创建首位管理员' },
  text: {
    en: 'This person deploys processes, invites people and gives roles.',
    zh: '管理员负责发布流程、邀请成员并分配角色。',
  },
  name: { en: 'Name', zh: '姓名' },
  email: { en: 'E-mail', zh: '邮箱' },
  password: { en: 'Password', zh: '密码' },
  passwordHint: { en: 'At least 10 characters', zh: '至少 10 个字符' },
  submit: { en: 'Create and sign in', zh: '创建并登录' },
  noToken: {
    en: 'This address lacks its token. Copy the whole link from the server console.',
    zh: '链接不完整，请从服务器控制台复制完整链接。',
  },
});
