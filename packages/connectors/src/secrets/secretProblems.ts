import { DealwrightError } from '@dealwright/store';

/** What can be wrong with secrets; none of it says what is in them. */
export const secretProblems = {
  keyMissing: () =>
    new DealwrightError('secret-key-missing', {
      en: 'This server has no key for secrets. Set DEALWRIGHT_SECRET_KEY (32 bytes in base64 or hex, the same on every server) and start it again.',
      zh: '服务器没有用于加密密钥的主密钥。请设置 DEALWRIGHT_SECRET_KEY（32 字节，base64 或十六进制，各服务器一致）后重新启动。',
    }),
  unreadable: (what: string) =>
    new DealwrightError(
      'secret-unreadable',
      {
        en: `"${what}" was encrypted with another key. Start the server with that key, or enter the value again.`,
        zh: `“${what}”是用另一个主密钥加密的。请使用原主密钥启动服务器，或重新录入。`,
      },
      { what },
    ),
  missing: (name: string) =>
    new DealwrightError(
      'secret-missing',
      {
        en: `There is no secret "${name}". An admin enters it under Administration, Connections.`,
        zh: `没有名为“${name}”的密钥，请管理员在“管理 › 连接”中录入。`,
      },
      { name },
    ),
} as const;
