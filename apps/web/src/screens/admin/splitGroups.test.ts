import { expect, it } from 'vitest';
import { splitGroups } from './splitGroups.ts';

it('splits at Western and Chinese commas, trims, and keeps a name once', () => {
  expect(splitGroups(' finance, legal，法务、legal ;')).toEqual(['finance', 'legal', '法务']);
  expect(splitGroups('  ')).toEqual([]);
});
