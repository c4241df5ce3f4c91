import { z } from 'zod';

const count = z.number().int().min(0);

/** A table in a backup: after the header come its rows, as many as it says, before those of the next one. */
const table = z.object({
  name: z.string(),
  /** a row is an array with the text of each of these, or null */
  columns: z.array(z.string()).min(1),
  rows: count,
  /** of all rows in any order, see `digestOf` */
  digest: z.string(),
});

/** A partition by the name of its table, so that a month which the new database does not know is made there. */
const partition = z.object({
  name: z.string(),
  of: z.string(),
  /** as PostgreSQL says it: FOR VALUES FROM … TO …, or DEFAULT */
  bound: z.string().regex(/^(FOR VALUES [^;]+|DEFAULT)$/),
  /** what it is divided by in its turn, or null */
  by: z
    .string()
    .regex(/^[^;]+$/)
    .nullable(),
});

/** The first line of a backup. */
export const backupHeader = z.object({
  format: z.literal('dealwright-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** the schema's migrations, in order */
  migrations: z.array(z.string()).min(1),
  partitions: z.array(partition),
  /** last values by name */
  sequences: z.record(z.string(), z.number()),
  tables: z.array(table),
});
export type BackupHeader = z.infer<typeof backupHeader>;
export type BackedUpTable = z.infer<typeof table>;

/** The last line of a backup. */
export const backupEnd = z.object({
  end: z.literal(true),
  /** hex, of everything before this line */
  sha256: z.string(),
});

/** What is being copied, for whoever waits for it. */
export interface Progress {
  readonly table: string;
  readonly done: number;
  readonly rows: number;
}
