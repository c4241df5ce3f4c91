import { defineTexts } from '../i18n/defineTexts.ts';

export const apiTexts = defineTexts({
  unreachable: {
    en: 'The server does not answer. Check the connection and try again.',
    zh: '无法连接服务器，请检查网络后重试。',
  },
  unexpected: {
    en: 'Something went wrong on the server. Try again; if it stays, tell your administrator.',
    zh: '服务器出现错误，请重试；如仍未解决，请联系管理员。',
  },
});
