import type { Language } from '@dealwright/api/contract';
import { language } from './language.ts';
import { localeOf } from './localeOf.ts';

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function cached<F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F {
  let found = cache.get(key) as F | undefined;
  if (!found) cache.set(key, (found = make()));
  return found;
}

/** A number with the language's separators. */
export function formatNumber(value: number, fractionDigits = 0): string {
  const at = language();
  const make = () => new Intl.NumberFormat(localeOf(at), { maximumFractionDigits: fractionDigits });
  return cached(`number-${at}-${fractionDigits}`, make).format(value);
}

/** Money without cents; `compact` writes 1.2M in English and 120万 in Chinese. `null` becomes a dash. */
export function formatMoney(value: number | null, currency: string, compact = false): string {
  if (value === null) return '–';
  const at = language();
  const make = () => moneyFormat(at, currency, compact && Math.abs(value) >= 10_000);
  return cached(`money-${at}-${currency}-${compact && Math.abs(value) >= 10_000}`, make).format(value);
}

function moneyFormat(at: Language, currency: string, compact: boolean): Intl.NumberFormat {
  return new Intl.NumberFormat(localeOf(at), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...(compact ? { notation: 'compact', maximumFractionDigits: 1 } : { maximumFractionDigits: 0 }),
  });
}

/** A calendar day: `2026-11-23` in Chinese, `Nov 23, 2026` in English. Takes an instant or YYYY-MM-DD. */
export function formatDay(value: string): string {
  const at = language();
  // A bare day has no zone: read as UTC it would slip by one west of Greenwich.
  const date = value.length === 10 ? new Date(`${value}T12:00:00`) : new Date(value);
  if (at === 'zh') return isoDay(date);
  return cached('day-en', () => new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' })).format(date);
}

/** Day and time of an instant in the reader's own zone. */
export function formatInstant(value: string): string {
  const at = language();
  const date = new Date(value);
  if (at === 'zh') {
    return `${isoDay(date)} ${formatTime(value)}`;
  }
  const make = () => new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });
  return cached('instant-en', make).format(date);
}

function isoDay(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Hour and minute of an instant in the reader's own zone. */
export function formatTime(value: string): string {
  const at = language();
  const make = () => new Intl.DateTimeFormat(localeOf(at), { hour: '2-digit', minute: '2-digit', hour12: at === 'en' });
  return cached(`time-${at}`, make).format(new Date(value));
}
