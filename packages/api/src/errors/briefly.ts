/** An error for the log. Message and place only: PGlite's errors carry 400 kB of minified source. */
export function briefly(error: unknown): { name: string; message: string; at: string } {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error).slice(0, 500), at: '' };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line) && line.length < 300);
  return { name: error.name, message: error.message.slice(0, 2000), at: at.slice(0, 5).join(' <') };
}
