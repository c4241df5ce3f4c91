import { describe, expect, it } from 'vitest';
import { placeholders } from './placeholders.ts';
import type { Text } from './Text.ts';

const modules = import.meta.glob<Record<string, unknown>>('../**/*exts.ts', { eager: true });

function textsOf(module: Record<string, unknown>): [string, Text][] {
  return Object.values(module).flatMap((exported) =>
    typeof exported === 'object' && exported !== null ? (Object.entries(exported) as [string, Text][]) : [],
  );
}

describe.each(Object.entries(modules))('%s', (_path, module) => {
  const texts = textsOf(module).filter(([, text]) => typeof text === 'object' && 'en' in text);

  it('has both languages everywhere, with the same placeholders', () => {
    const wrong = texts.filter(([, text]) => {
      const empty = !text.en?.trim() || !text.zh?.trim();
      return empty || placeholders(text.en).join() !== placeholders(text.zh).join();
    });
    expect(wrong).toEqual([]);
  });

  it('has no Chinese text copied over as English', () => {
    expect(texts.filter(([, text]) => text.en === text.zh && /\p{Script=Han}/u.test(text.en))).toEqual([]);
  });
});

it('finds the texts of every screen', () => {
  expect(Object.keys(modules).length).toBeGreaterThan(4);
});
