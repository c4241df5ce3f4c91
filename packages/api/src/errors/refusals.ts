import type { ApiProblem } from '../contract/index.ts';
import { ApiError } from './ApiError.ts';

/** The refusals that this package itself makes, each with its words in both languages. */
export const refusals = {
  notSignedIn: () =>
    new ApiError('UNAUTHORIZED', {
      code: 'not-signed-in',
      message: { en: 'Please sign in.', zh: '请先登录。' },
      place: { field: 'session' },
    }),
  forbidden: () =>
    new ApiError('FORBIDDEN', {
      code: 'forbidden',
      message: {
        en: 'Your role does not allow this. Ask an admin if you need it.',
        zh: '你的角色没有此操作的权限，如有需要请联系管理员。',
      },
    }),
  csrf: () =>
    new ApiError('FORBIDDEN', {
      code: 'csrf',
      message: {
        en: 'The request did not come from this page. Reload the page and try again.',
        zh: '请求不是由本页面发出的，请刷新页面后重试。',
      },
      place: { field: 'x-dealwright-csrf' },
    }),
  foreignOrigin: () =>
    new ApiError('FORBIDDEN', {
      code: 'foreign-origin',
      message: {
        en: 'The request came from another website and was refused.',
        zh: '请求来自其他网站，已被拒绝。',
      },
      place: { field: 'origin' },
    }),
  notFound: (what: string) =>
    new ApiError('NOT_FOUND', {
      code: 'not-found',
      message: {
        en: 'This does not exist, or you may not see it.',
        zh: '内容不存在，或你没有查看权限。',
      },
      details: { what },
    }),
  wrongPassword: () =>
    new ApiError('UNAUTHORIZED', {
      code: 'wrong-credentials',
      message: { en: 'The e-mail or the password is wrong.', zh: '邮箱或密码不正确。' },
    }),
  tooManyAttempts: (retryAt: string) =>
    new ApiError('TOO_MANY_REQUESTS', {
      code: 'too-many-attempts',
      message: {
        en: `Too many attempts. Try again after ${retryAt}.`,
        zh: `尝试次数过多，请在 ${retryAt} 之后再试。`,
      },
      details: { retryAt },
    }),
  linkInvalid: () =>
    new ApiError('BAD_REQUEST', {
      code: 'link-invalid',
      message: {
        en: 'This link has been used or has expired. Ask an admin for a new one.',
        zh: '此链接已使用或已过期，请联系管理员重新获取。',
      },
      place: { field: 'token' },
    }),
  emailTaken: () =>
    new ApiError('CONFLICT', {
      code: 'email-taken',
      message: { en: 'Another person already has this e-mail.', zh: '该邮箱已被其他人员使用。' },
      place: { field: 'email' },
    }),
  textNotStorable: (field: string) =>
    new ApiError('BAD_REQUEST', {
      code: 'text-not-storable',
      message: {
        en: 'A text contains characters that cannot be kept (NUL, or half of a character). Remove them and try again.',
        zh: '文本中含有无法保存的字符（空字符或不完整的字符），请删除后重试。',
      },
      ...(field === '' ? {} : { place: { field } }),
    }),
  badField: (code: string, field: string, message: ApiProblem['message'], details?: unknown) =>
    new ApiError('BAD_REQUEST', {
      code,
      message,
      place: { field },
      ...(details === undefined ? {} : { details }),
    }),
} as const;
