/** A FEEL list of texts, as the panel writes a list of people or groups: `["a@x.com", "finance"]`. */
export function writeFeelTexts(texts: readonly string[]): string {
  return `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`;
}

/** The texts of a FEEL list that holds nothing but texts; null for any other expression. */
export function readFeelTexts(expression: string): readonly string[] | null {
  let parsed: unknown;
  try {
    // a FEEL list of string literals is written as JSON writes it
    parsed = JSON.parse(expression);
  } catch {
    return null;
  }
  return Array.isArray(parsed) && parsed.every((one) => typeof one === 'string') ? parsed : null;
}
