import { createHash } from 'node:crypto';
import { AttemptFailed, JobFault } from '@dealwright/runtime';
import { createTransport } from 'nodemailer';
import { readInput } from '../readInput.ts';
import { createRedactor } from '../secrets/createRedactor.ts';
import type { SecretiveConnector } from '../secrets/withSecrets.ts';
import { emailInput, emailWords } from './emailInput.ts';
import { readSmtpSettings, type SmtpSettings } from './readSmtpSettings.ts';

const TIMEOUT_MS = 60_000;

export interface EmailOptions {
  /** an SMTP address as `readSmtpSettings` takes it, asked for each mail; null when none is set */
  readonly smtpUrl: () => Promise<string | null>;
  /** the sender's mailbox; null: the account's name, when it is an address */
  readonly from: string | null;
  /** milliseconds for one mail; a minute when absent */
  readonly timeoutMs?: number;
}

/**
 * Hands a mail to an SMTP server and answers `{ messageId, accepted, rejected }`, the latter two lists of addresses.
 *
 * Inputs: `to`, `cc`, `replyTo` (an address, several with commas between, or a list), `subject`, `text`, `html`. The
 * message id is made of the job's id: a mail that had to be sent twice is the same mail to a reader that knows it.
 */
export function createEmailConnector({ smtpUrl, from, timeoutMs = TIMEOUT_MS }: EmailOptions): SecretiveConnector {
  return async ({ idempotencyKey, input: given }) => {
    const { to, cc, replyTo, subject, text, html } = readInput(emailInput, emailWords, given);
    if (text === undefined && html === undefined) {
      throw new JobFault('connector-input', { en: 'A mail needs "text" or "html".', zh: '邮件需要“text”或“html”。' });
    }
    const { settings, sender } = await setUp(smtpUrl, from);
    const mail = {
      from: sender,
      to: [...to],
      cc: [...(cc ?? [])],
      replyTo: [...(replyTo ?? [])],
      subject,
      ...(text === undefined ? {} : { text }),
      ...(html === undefined ? {} : { html }),
      messageId: messageIdOf(idempotencyKey, sender),
    };
    const sent = await within(timeoutMs, settings, (transport) => transport.sendMail(mail));
    const addresses = (list: readonly (string | { address: string })[]) =>
      list.map((entry) => (typeof entry === 'string' ? entry : entry.address));
    return {
      messageId: sent.messageId,
      accepted: addresses(sent.accepted),
      rejected: addresses(sent.rejected),
    };
  };
}

async function setUp(
  smtpUrl: EmailOptions['smtpUrl'],
  from: string | null,
): Promise<{ settings: SmtpSettings; sender: string }> {
  const settings = readSmtpSettings((await smtpUrl()) ?? '');
  const sender = from ?? settings?.user ?? '';
  if (settings !== null && sender.includes('@')) return { settings, sender };
  throw new JobFault('email-not-set-up', {
    en: 'No mail server is set up. Set DEALWRIGHT_SMTP_URL or the secret SMTP_URL (smtps://user:password@host), and DEALWRIGHT_MAIL_FROM.',
    zh: '尚未配置邮件服务器。请设置 DEALWRIGHT_SMTP_URL 或密钥 SMTP_URL（smtps://用户:密码@主机），以及 DEALWRIGHT_MAIL_FROM。',
  });
}

/** RFC 5322, 3.6.4: unique, and here the same for the same job. */
function messageIdOf(idempotencyKey: string, sender: string): string {
  const domain = /@([^@>\s]+)>?$/.exec(sender)?.[1] ?? 'dealwright.invalid';
  return `<${createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 32)}@${domain}>`;
}

type Transport = ReturnType<typeof transportOf>;

function transportOf({ host, port, secure, requireTls, user, password }: SmtpSettings, timeoutMs: number) {
  return createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && requireTls,
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // what a process says is sent, never a file or an address that it names
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** The library's own limits begin anew with each line of the server: this one holds for the whole mail. */
async function within<Result>(
  timeoutMs: number,
  settings: SmtpSettings,
  work: (transport: Transport) => Promise<Result>,
): Promise<Result> {
  const transport = transportOf(settings, timeoutMs);
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(tooSlow(settings, timeoutMs)), timeoutMs);
  try {
    return await Promise.race([work(transport), late]);
  } catch (error) {
    throw error instanceof AttemptFailed ? error : asFailure(error, settings);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

function tooSlow({ host }: SmtpSettings, timeoutMs: number): AttemptFailed {
  return new AttemptFailed('email-timeout', {
    en: `The mail server ${host} did not take the mail within ${timeoutMs / 1000} s.`,
    zh: `邮件服务器 ${host} 未在 ${timeoutMs / 1000} 秒内接收邮件。`,
  });
}

/** RFC 5321, 4.2.1: 5yz stays as it is however often it is tried; all else may pass. */
function asFailure(error: unknown, { host, password }: SmtpSettings): Error {
  const { responseCode, message, code } = error as { responseCode?: number; message?: string; code?: string };
  const redact = createRedactor(password === null ? [] : [password]);
  const said = redact(message ?? String(error)).slice(0, 300);
  const text = { en: `The mail server ${host}: ${said}`, zh: `邮件服务器 ${host}：${said}` };
  const forGood = code === 'EAUTH' || (responseCode !== undefined && responseCode >= 500);
  return forGood ? new JobFault('email-refused', text) : new AttemptFailed('email-failed', text);
}
