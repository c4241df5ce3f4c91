import { expect, it } from 'vitest';
import { updatePersonInput } from './admin.ts';

it('leaves out of a change what the caller left out', () => {
  expect(updatePersonInput.parse({ id: 'a', changes: { roles: ['admin'] } })).toEqual({
    id: 'a',
    changes: { roles: ['admin'] },
  });
});
