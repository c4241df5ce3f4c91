/**
 * How an expression is shown in a box for texts: a text literal as its text, anything else behind `=`. A text that
 * itself begins with `=` stays the literal that it is.
 */
export function showFeelText(expression: string): string {
  const feel = expression.trim().replace(/^=\s*/, '');
  if (feel === '') return '';
  const text = literal(feel);
  return text === null || text.startsWith('=') ? `= ${feel}` : text;
}

/** The FEEL for what was typed into such a box; empty for nothing. */
export function writeFeelText(typed: string): string {
  const text = typed.trim();
  if (text === '') return '';
  return text.startsWith('=') ? text.slice(1).trim() : JSON.stringify(text);
}

/** A FEEL string literal is written as JSON writes it. */
function literal(feel: string): string | null {
  try {
    const value: unknown = JSON.parse(feel);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
