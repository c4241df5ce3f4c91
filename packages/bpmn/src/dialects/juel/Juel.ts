/** The syntax tree of a JUEL expression (EL 2.2, chapter 1), and of the same expression as Java or JavaScript write it. */
export type Juel =
  | { readonly kind: 'text'; readonly value: string }
  /** as it is written in FEEL */
  | { readonly kind: 'number'; readonly source: string }
  | { readonly kind: 'constant'; readonly value: 'true' | 'false' | 'null' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'property'; readonly of: Juel; readonly name: string }
  | { readonly kind: 'index'; readonly of: Juel; readonly index: Juel }
  /** a method; a function when it is called on nothing */
  | { readonly kind: 'call'; readonly on: Juel | null; readonly name: string; readonly args: readonly Juel[] }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Juel }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Juel; readonly right: Juel }
  | { readonly kind: 'choice'; readonly condition: Juel; readonly whenTrue: Juel; readonly whenFalse: Juel };

export type UnaryOperator = 'not' | 'minus' | 'empty';

export type BinaryOperator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

/** The expression is well-formed but says what FEEL can't, or is not well-formed; caught where the translation begins. */
export class Untranslatable extends Error {
  override readonly name = 'Untranslatable';
}
