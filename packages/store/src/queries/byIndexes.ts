/**
 * Settings of a function whose plans are made once and kept: it must go by the indexes, whatever the tables hold when
 * they are made.
 */
export const BY_INDEXES =
  'set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off';
