import { p } from '@mikro-orm/core';

/** A `timestamptz` column: a `Date` in entities, an ISO 8601 string from `query`. */
export const instant = () => p.datetime().columnType('timestamptz');

/** A `text[]` column. */
export const texts = () => p.array().columnType('text[]');

/** A `numeric` column, read as a number. */
export const numeric = () => p.decimal('number').columnType('numeric');
