/**
 * A name for a decision's result that expressions can read without ado: the words of its own name run together, "Discount
 * level" becoming discountLevel; its id where the name has nothing to say.
 */
export function resultVariable(decision: { readonly id: string; readonly variable: string }): string {
  return asName(decision.variable) || asName(decision.id) || 'result';
}

function asName(text: string): string {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const joined = words
    .map((word, at) => (at === 0 ? lower(word) : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  return /^[\p{L}_]/u.test(joined) ? joined : '';
}

/** "DiscountLevel" begins small, an abbreviation as "VAT" is left as it is. */
function lower(word: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}
