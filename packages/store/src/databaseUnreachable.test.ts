import { expect, it } from 'vitest';
import { DatabaseError } from './DatabaseError.ts';
import { DealwrightError } from './DealwrightError.ts';
import { isUnreachable } from './databaseUnreachable.ts';

const coded = (message: string, code: string) => Object.assign(new Error(message), { code });

it.each([
  coded('connect ECONNREFUSED 10.0.0.7:5432', 'ECONNREFUSED'),
  coded('read ECONNRESET', 'ECONNRESET'),
  coded('terminating connection due to administrator command', '57P01'),
  coded('the database system is starting up', '57P03'),
  coded('connection failure', '08006'),
  new Error('Connection terminated unexpectedly'),
  new Error('timeout exceeded when trying to connect'),
  new Error('Client has encountered a connection error and is not queryable'),
  new Error('wrapped', { cause: coded('write EPIPE', 'EPIPE') }),
])('a lost connection was told as a fault of the server: %s', (error) => {
  const told = DatabaseError.from(error);
  expect(told).toMatchObject({ code: 'database-unreachable', details: {} });
  expect(told.messages.zh).toContain('数据库');
  expect(told.message).not.toContain('10.0.0.7');
});

it.each([
  coded('duplicate key value', '23505'),
  coded('deadlock detected', '40P01'),
  new Error('connection to the customer lost'),
  new DealwrightError('task-gone', { en: 'Connection terminated.', zh: '' }),
  'ECONNREFUSED',
])('keeps apart what the database refused: %s', (error) => {
  expect(isUnreachable(error)).toBe(false);
});
