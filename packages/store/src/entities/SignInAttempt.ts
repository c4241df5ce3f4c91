import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';

export const SignInAttempt = defineEntity({
  name: 'SignInAttempt',
  tableName: 'sign_in_attempt',
  properties: {
    id: p.text().primary(),
    email: p.text(),
    address: p.text(),
    at: instant(),
    succeeded: p.boolean(),
  },
  indexes: [
    { name: 'sign_in_attempt_email_at', properties: ['email', 'at'] },
    { name: 'sign_in_attempt_address_at', properties: ['address', 'at'] },
  ],
});
