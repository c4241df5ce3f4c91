import { DealwrightError } from '@dealwright/store';

/** Why a delivery is not taken; each says what its sender can do. */
export const webhookProblems = {
  unknown: () =>
    new DealwrightError('webhook-unknown', {
      en: 'There is no webhook at this address.',
      zh: '该地址没有对应的 Webhook。',
    }),
  notGenuine: () =>
    new DealwrightError('webhook-signature', {
      en: 'The headers webhook-id, webhook-timestamp and webhook-signature are missing, older than five minutes, or made with another secret.',
      zh: '请求头 webhook-id、webhook-timestamp 和 webhook-signature 缺失、已超过五分钟，或使用了其他密钥签名。',
    }),
  notJson: () =>
    new DealwrightError('webhook-body', {
      en: 'The body must be JSON; without a payload expression, a JSON object.',
      zh: '请求内容必须是 JSON；未设置载荷表达式时必须是 JSON 对象。',
    }),
  badPayload: (why: string) =>
    new DealwrightError('webhook-payload', {
      en: `The webhook's payload expression does not give a context for this body: ${why}`,
      zh: `Webhook 的载荷表达式未能从请求内容得出对象：${why}`,
    }),
  badCorrelation: (why: string) =>
    new DealwrightError('webhook-correlation', {
      en: `The webhook's correlation expression gives neither a text nor a number for this body: ${why}`,
      zh: `Webhook 的关联表达式未能从请求内容得出文本或数字：${why}`,
    }),
} as const;
