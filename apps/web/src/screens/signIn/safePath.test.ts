import { expect, it } from 'vitest';
import { safePath } from './safePath.ts';

it('keeps a path of this site with its query', () => {
  expect(safePath('/deals/7?tab=timeline')).toBe('/deals/7?tab=timeline');
});

it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', undefined])(
  'goes to the start instead of %s',
  (wanted) => {
    expect(safePath(wanted)).toBe('/');
  },
);
