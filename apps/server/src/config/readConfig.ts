import { fileURLToPath } from 'node:url';
import { type ConnectorSettings, isRange, parseSecretKey, readSmtpSettings } from '@dealwright/connectors';
import { z } from 'zod';

const DATA = fileURLToPath(new URL('../../../../data', import.meta.url));

/** Every variable that the program reads, with its default and what it means; `--help` prints it. */
export const VARIABLES: readonly { readonly name: string; readonly fallback: string; readonly meaning: string }[] = [
  { name: 'PORT', fallback: '3000', meaning: 'port to listen on' },
  {
    name: 'HOST',
    fallback: 'localhost',
    meaning: 'address to listen on; 0.0.0.0 lets other machines in (put https in front)',
  },
  { name: 'DATABASE_URL', fallback: 'none', meaning: 'PostgreSQL instead of the embedded database' },
  { name: 'DEALWRIGHT_DATA', fallback: '<repository>/data', meaning: 'folder of the embedded database' },
  {
    name: 'DEALWRIGHT_ORIGIN',
    fallback: 'http://localhost:<PORT>',
    meaning: 'address people use, e.g. https://sales.example.com; with https, cookies are marked secure',
  },
  {
    name: 'DEALWRIGHT_ADMIN_EMAIL, DEALWRIGHT_ADMIN_PASSWORD',
    fallback: 'none',
    meaning: 'the first admin, made when there is none; without them a one-time link is printed',
  },
  {
    name: 'DEALWRIGHT_TRUST_PROXY',
    fallback: 'false',
    meaning: 'true when a reverse proxy sets X-Forwarded-For: attempts are then limited by that address',
  },
  {
    name: 'DEALWRIGHT_SECRET_KEY',
    fallback: 'a file in the data folder',
    meaning:
      '32 bytes in base64 or hex that secrets are encrypted with; needed with DATABASE_URL, the same on every server',
  },
  {
    name: 'DEALWRIGHT_HTTP_ALLOW',
    fallback: 'none',
    meaning:
      'hosts, addresses and ranges in private networks that HTTP requests of processes may go to, with commas between',
  },
  {
    name: 'DEALWRIGHT_SMTP_URL',
    fallback: 'the secret SMTP_URL',
    meaning: 'where mail is handed in, e.g. smtps://user:password@smtp.example.com',
  },
  {
    name: 'DEALWRIGHT_MAIL_FROM',
    fallback: 'the SMTP user',
    meaning: 'sender of mails, e.g. Sales <sales@example.com>',
  },
  {
    name: 'DEALWRIGHT_METRICS_TOKEN',
    fallback: 'none',
    meaning: 'lets whoever sends it as a bearer token read /metrics; without it only this machine may',
  },
  {
    name: 'DEALWRIGHT_DRAIN_SECONDS',
    fallback: '0',
    meaning:
      'how long a server that is told to stop goes on answering, with /readyz saying no, before it takes no more',
  },
  {
    name: 'DEALWRIGHT_HISTORY_EXPORT',
    fallback: 'none',
    meaning: 'folder that old history is exported to before it is deleted; without it the server deletes none',
  },
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    fallback: 'none',
    meaning:
      'where traces are sent by OTLP over HTTP, e.g. http://localhost:4318; OTEL_EXPORTER_OTLP_HEADERS goes along',
  },
  { name: 'LOG_LEVEL', fallback: 'info', meaning: 'fatal, error, warn, info, debug, trace or silent' },
];

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  /** the address people use, without a slash at the end */
  readonly origin: string;
  readonly admin: { readonly email: string; readonly password: string } | null;
  readonly trustProxy: boolean;
  readonly logLevel: string;
  readonly metricsToken: string | null;
  readonly drainSeconds: number;
  /** a folder; null: the server deletes no history */
  readonly historyExport: string | null;
  /** null: no traces */
  readonly otlpEndpoint: string | null;
  /** 32 bytes, or null when none is set */
  readonly secretKey: Buffer | null;
  readonly connections: ConnectorSettings;
}

/** A configuration that can't be used: every wrong variable by name, and what it should be. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration can't be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const environment = z
  .object({
    PORT: z.coerce
      .number('must be a whole number')
      .int('must be a whole number')
      .min(1, 'must be 1 to 65535')
      .max(65_535, 'must be 1 to 65535')
      .default(3000),
    HOST: z.string().default('localhost'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\/./, 'must begin with postgres:// or postgresql://')
      .optional(),
    DEALWRIGHT_DATA: z.string().default(DATA),
    DEALWRIGHT_ORIGIN: z
      .string()
      .regex(/^https?:\/\/[^/?#]+\/?$/, 'must be like https://sales.example.com, without a path')
      .optional(),
    DEALWRIGHT_ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
    DEALWRIGHT_ADMIN_PASSWORD: z
      .string()
      .min(10, 'must have at least 10 characters')
      .max(200, 'must have at most 200 characters')
      .optional(),
    DEALWRIGHT_TRUST_PROXY: z.enum(['true', 'false'], 'must be true or false').default('false'),
    DEALWRIGHT_SECRET_KEY: z
      .string()
      .transform(parseSecretKey)
      .refine((key) => key !== null, 'must be 32 bytes in base64 or hex (openssl rand -base64 32)')
      .optional(),
    DEALWRIGHT_HTTP_ALLOW: z
      .string()
      .default('')
      .transform((text) => text.split(',').map((entry) => entry.trim()))
      .transform((entries) => entries.filter((entry) => entry !== ''))
      .refine(
        (entries) => entries.every(isHostOrRange),
        'must be hosts, addresses or ranges, e.g. erp.local,10.0.0.0/8',
      ),
    DEALWRIGHT_SMTP_URL: z
      .string()
      .refine((url) => readSmtpSettings(url) !== null, 'must be like smtps://user:password@smtp.example.com')
      .optional(),
    DEALWRIGHT_MAIL_FROM: z.string().regex(/@/, 'must hold an e-mail address').optional(),
    DEALWRIGHT_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    DEALWRIGHT_DRAIN_SECONDS: z.coerce
      .number('must be 0 to 300')
      .min(0, 'must be 0 to 300')
      .max(300, 'must be 0 to 300')
      .default(0),
    DEALWRIGHT_HISTORY_EXPORT: z.string().optional(),
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
    LOG_LEVEL: z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
        'must be fatal, error, warn, info, debug, trace or silent',
      )
      .default('info'),
  })
  .superRefine((values, context) => {
    const { DEALWRIGHT_ADMIN_EMAIL: email, DEALWRIGHT_ADMIN_PASSWORD: password } = values;
    if ((email === undefined) === (password === undefined)) return;
    const missing = email === undefined ? 'DEALWRIGHT_ADMIN_EMAIL' : 'DEALWRIGHT_ADMIN_PASSWORD';
    context.addIssue({ code: 'custom', path: [missing], message: 'must be given with the other of the two' });
  });

/**
 * Reads the configuration. An empty variable counts as absent.
 *
 * @throws ConfigError naming every variable that is wrong, never its value: it may be a secret
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = environment.safeParse(given);
  if (!read.success) {
    throw new ConfigError(read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const values = read.data;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    dataFolder: values.DEALWRIGHT_DATA,
    origin: values.DEALWRIGHT_ORIGIN?.replace(/\/$/, '') ?? `http://localhost:${values.PORT}`,
    admin:
      values.DEALWRIGHT_ADMIN_EMAIL !== undefined && values.DEALWRIGHT_ADMIN_PASSWORD !== undefined
        ? { email: values.DEALWRIGHT_ADMIN_EMAIL, password: values.DEALWRIGHT_ADMIN_PASSWORD }
        : null,
    trustProxy: values.DEALWRIGHT_TRUST_PROXY === 'true',
    logLevel: values.LOG_LEVEL,
    metricsToken: values.DEALWRIGHT_METRICS_TOKEN ?? null,
    drainSeconds: values.DEALWRIGHT_DRAIN_SECONDS,
    historyExport: values.DEALWRIGHT_HISTORY_EXPORT ?? null,
    otlpEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    secretKey: values.DEALWRIGHT_SECRET_KEY ?? null,
    connections: {
      httpAllow: values.DEALWRIGHT_HTTP_ALLOW,
      smtpUrl: values.DEALWRIGHT_SMTP_URL ?? null,
      mailFrom: values.DEALWRIGHT_MAIL_FROM ?? null,
    },
  };
}

/** No port, no path, no scheme: what stands there is compared with a host. */
function isHostOrRange(entry: string): boolean {
  return isRange(entry) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(entry);
}
