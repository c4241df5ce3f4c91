export type ExpressionErrorCode =
  | 'expression-syntax'
  | 'expression-too-long'
  | 'expression-failed'
  | 'expression-result'
  | 'expression-timeout'
  | 'expression-memory'
  | 'variable-unknown'
  | 'function-unknown'
  | 'script-language-unknown'
  | 'decision-unknown'
  | 'decision-failed'
  | 'decision-value';

export interface ExpressionErrorDetails {
  readonly code: ExpressionErrorCode;
  readonly expression: string;
  readonly text: { readonly en: string; readonly zh: string };
  /** 0-based offset into the expression, where known */
  readonly position: number | null;
}

/** An expression or script that can't be parsed or gave no usable result. The message is the English one; `text` holds both. */
export class ExpressionError extends Error {
  /** the mark by which the executor knows it */
  readonly isEvaluationError = true;
  readonly code: ExpressionErrorCode;
  readonly expression: string;
  readonly text: { readonly en: string; readonly zh: string };
  readonly position: number | null;

  constructor({ code, expression, text, position }: ExpressionErrorDetails) {
    super(text.en);
    this.name = 'ExpressionError';
    this.code = code;
    this.expression = expression;
    this.text = text;
    this.position = position;
  }

  /** Plain data, to cross from a worker thread. */
  details(): ExpressionErrorDetails {
    const { code, expression, text, position } = this;
    return { code, expression, text, position };
  }
}
