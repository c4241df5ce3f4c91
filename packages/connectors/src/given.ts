import { z } from 'zod';

/** An input that may be absent. A variable that is missing is null in FEEL: that counts as absent. */
export function given<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === null ? undefined : value), schema.optional());
}
