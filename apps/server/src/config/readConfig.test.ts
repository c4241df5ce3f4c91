import { expect, it } from 'vitest';
import { ConfigError, readConfig } from './readConfig.ts';

it('needs nothing', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: 'localhost',
    databaseUrl: null,
    origin: 'http://localhost:3000',
    admin: null,
    trustProxy: false,
    logLevel: 'info',
  });
  expect(readConfig({}).dataFolder).toMatch(/[/\\]data$/);
});

it('takes an empty variable as absent', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: null, port: 3000 });
});

it('reads the key for secrets and what connectors may reach', () => {
  const read = readConfig({
    DEALWRIGHT_SECRET_KEY: '0a'.repeat(32),
    DEALWRIGHT_HTTP_ALLOW: 'erp.local, 10.0.0.0/8,::1',
    DEALWRIGHT_SMTP_URL: 'smtps://u:p@smtp.example.com',
    DEALWRIGHT_MAIL_FROM: 'Sales <sales@example.com>',
  });
  expect(read.secretKey).toEqual(Buffer.alloc(32, 10));
  expect(read.connections).toEqual({
    httpAllow: ['erp.local', '10.0.0.0/8', '::1'],
    smtpUrl: 'smtps://u:p@smtp.example.com',
    mailFrom: 'Sales <sales@example.com>',
  });
  expect(readConfig({})).toMatchObject({ secretKey: null, connections: { httpAllow: [], smtpUrl: null } });
});

it('drops the slash at the end of the origin', () => {
  expect(readConfig({ DEALWRIGHT_ORIGIN: 'https://sales.example.com/' }).origin).toBe('https://sales.example.com');
});

it.each([
  [{ PORT: 'http' }, 'PORT'],
  [{ PORT: '0' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ DEALWRIGHT_ORIGIN: 'sales.example.com' }, 'DEALWRIGHT_ORIGIN'],
  [{ DEALWRIGHT_ADMIN_EMAIL: 'a@example.com' }, 'DEALWRIGHT_ADMIN_PASSWORD'],
  [{ DEALWRIGHT_ADMIN_EMAIL: 'a@example.com', DEALWRIGHT_ADMIN_PASSWORD: 'short' }, 'DEALWRIGHT_ADMIN_PASSWORD'],
  [{ DEALWRIGHT_TRUST_PROXY: 'yes' }, 'DEALWRIGHT_TRUST_PROXY'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ DEALWRIGHT_METRICS_TOKEN: 'short' }, 'DEALWRIGHT_METRICS_TOKEN'],
  [{ DEALWRIGHT_DRAIN_SECONDS: '-1' }, 'DEALWRIGHT_DRAIN_SECONDS'],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
  [{ DEALWRIGHT_SECRET_KEY: 'correct horse' }, 'DEALWRIGHT_SECRET_KEY'],
  [{ DEALWRIGHT_HTTP_ALLOW: 'http://erp.local' }, 'DEALWRIGHT_HTTP_ALLOW'],
  [{ DEALWRIGHT_HTTP_ALLOW: '10.0.0.0/40' }, 'DEALWRIGHT_HTTP_ALLOW'],
  [{ DEALWRIGHT_SMTP_URL: 'smtp.example.com' }, 'DEALWRIGHT_SMTP_URL'],
  [{ DEALWRIGHT_MAIL_FROM: 'Sales' }, 'DEALWRIGHT_MAIL_FROM'],
])('refuses %j and names the variable', (env, name) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(name);
});

it('does not print the value of a secret', () => {
  const secret = { DEALWRIGHT_ADMIN_EMAIL: 'a@example.com', DEALWRIGHT_ADMIN_PASSWORD: 'hunter2' };
  expect(() => readConfig(secret)).not.toThrow('hunter2');
  expect(() => readConfig({ DEALWRIGHT_SECRET_KEY: 'hunter2' })).not.toThrow('hunter2');
  expect(() => readConfig({ DEALWRIGHT_SMTP_URL: 'http://u:hunter2@x' })).not.toThrow('hunter2');
});
