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
])('refuses %j and names the variable', (env, name) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(name);
});

it('does not print the value of a secret', () => {
  const secret = { DEALWRIGHT_ADMIN_EMAIL: 'a@example.com', DEALWRIGHT_ADMIN_PASSWORD: 'hunter2' };
  expect(() => readConfig(secret)).not.toThrow('hunter2');
});
