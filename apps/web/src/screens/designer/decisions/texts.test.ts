import { expect, test } from 'vitest';
import { placeholders } from '../../../i18n/placeholders.ts';
import { aggregatorTexts, decisionTexts, hitPolicyTexts, typeTexts } from './texts.ts';

test.each(Object.entries({ ...decisionTexts, ...hitPolicyTexts, ...aggregatorTexts, ...typeTexts }))(
  '%s is there in both languages',
  (_, text) => {
    expect(text.en.trim()).not.toBe('');
    expect(text.zh.trim()).not.toBe('');
    expect(placeholders(text.zh)).toEqual(placeholders(text.en));
  },
);
