const LITERALS = new Set(['date', 'time', 'date and time', 'duration']);

/**
 * Whether a variable must be kept from an expression because the interpreter would take it for the word of a literal:
 * `date("2026-01-01")` is a literal whatever a variable is called (DMN 1.3, 10.3.1.2, rule 62), and deals do have a
 * variable "date".
 */
export function hidesLiteral(source: string, name: string): boolean {
  return LITERALS.has(name) && new RegExp(`(?<![\\p{L}\\d_.])${name}\\s*\\(`, 'u').test(source);
}
