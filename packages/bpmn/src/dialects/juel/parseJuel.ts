import { Untranslatable, type BinaryOperator, type Juel } from './Juel.ts';
import { tokenize, type Token } from './tokenize.ts';

export interface ParsedJuel {
  readonly tree: Juel;
  /** holds what can't be FEEL, or would mean nothing in it: `==`, `&&`, 'x', a method call */
  readonly foreign: boolean;
}

/** Nobody nests deeper; the stack is ours. */
const MAX_DEPTH = 50;
const MAX_LENGTH = 2000;

/** From the loosest to the tightest (EL 2.2, 1.15). `===` is JavaScript's. */
const LEVELS: readonly Readonly<Record<string, BinaryOperator>>[] = [
  { '||': 'or', or: 'or' },
  { '&&': 'and', and: 'and' },
  { '==': '=', '===': '=', eq: '=', '!=': '!=', '!==': '!=', ne: '!=' },
  { '<': '<', lt: '<', '<=': '<=', le: '<=', '>': '>', gt: '>', '>=': '>=', ge: '>=' },
  { '+': '+', '-': '-' },
  { '*': '*', '/': '/', div: '/', '%': '%', mod: '%' },
];
const WORDS = new Set(LEVELS.flatMap((level) => Object.keys(level)).filter((operator) => /^[a-z]/.test(operator)));

/**
 * Parses one expression, without the `${` and `}` around it: JUEL (EL 2.2, 1.19), and what Java and JavaScript write
 * alike. Throws `Untranslatable` when it is none.
 */
export function parseJuel(source: string): ParsedJuel {
  if (source.length > MAX_LENGTH) throw new Untranslatable();
  const parser = new Parser(tokenize(source));
  return { tree: parser.whole(), foreign: parser.foreign };
}

class Parser {
  foreign: boolean;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.foreign = tokens.some((token) => token.foreign);
  }

  whole(): Juel {
    const tree = this.#choice();
    if (this.#next().kind !== 'end') throw new Untranslatable();
    return tree;
  }

  #choice(): Juel {
    if (++this.#depth > MAX_DEPTH) throw new Untranslatable();
    const condition = this.#binary(0);
    if (!this.#accept('?')) {
      this.#depth -= 1;
      return condition;
    }
    const whenTrue = this.#choice();
    this.#expect(':');
    const whenFalse = this.#choice();
    this.#depth -= 1;
    return { kind: 'choice', condition, whenTrue, whenFalse };
  }

  #binary(level: number): Juel {
    const operators = LEVELS[level];
    if (!operators) return this.#unary();
    let left = this.#binary(level + 1);
    for (let operator = this.#operator(operators); operator; operator = this.#operator(operators)) {
      left = { kind: 'binary', operator, left, right: this.#binary(level + 1) };
    }
    return left;
  }

  #operator(operators: Readonly<Record<string, BinaryOperator>>): BinaryOperator | undefined {
    const { kind, value } = this.#peek();
    if (kind !== 'sign' && kind !== 'word') return undefined;
    const operator = Object.hasOwn(operators, value) ? operators[value] : undefined;
    if (operator) this.#at += 1;
    return operator;
  }

  #unary(): Juel {
    const operator = this.#accept('!') || this.#accept('not') ? 'not' : this.#accept('-') ? 'minus' : undefined;
    const empty = operator === undefined && this.#accept('empty');
    if (operator === undefined && !empty) return this.#postfix();
    if (++this.#depth > MAX_DEPTH) throw new Untranslatable();
    const operand = this.#unary();
    this.#depth -= 1;
    return { kind: 'unary', operator: operator ?? 'empty', operand };
  }

  #postfix(): Juel {
    let of = this.#primary();
    for (;;) {
      if (this.#accept('[')) {
        of = { kind: 'index', of, index: this.#choice() };
        this.#expect(']');
      } else if (this.#accept('.')) {
        const name = this.#name();
        if (this.#accept('(')) {
          this.foreign = true;
          of = { kind: 'call', on: of, name, args: this.#args() };
        } else of = { kind: 'property', of, name };
      } else return of;
    }
  }

  #primary(): Juel {
    const { kind, value } = this.#peek();
    if (kind === 'text' || kind === 'number') {
      this.#at += 1;
      return kind === 'text' ? { kind, value } : { kind, source: decimal(value) };
    }
    if (kind === 'word' && !WORDS.has(value)) {
      const name = this.#name();
      if (name === 'true' || name === 'false' || name === 'null') return { kind: 'constant', value: name };
      return this.#accept('(') ? { kind: 'call', on: null, name, args: this.#args() } : { kind: 'name', name };
    }
    this.#expect('(');
    const inside = this.#choice();
    this.#expect(')');
    return inside;
  }

  #args(): readonly Juel[] {
    const args: Juel[] = [];
    if (this.#accept(')')) return args;
    do args.push(this.#choice());
    while (this.#accept(','));
    this.#expect(')');
    return args;
  }

  #name(): string {
    const { kind, value } = this.#next();
    if (kind !== 'word') throw new Untranslatable();
    return value;
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', value: '', foreign: false };
  }

  #next(): Token {
    const token = this.#peek();
    this.#at += 1;
    return token;
  }

  #accept(value: string): boolean {
    const token = this.#peek();
    if (token.value !== value || (token.kind !== 'sign' && token.kind !== 'word')) return false;
    this.#at += 1;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#accept(sign)) throw new Untranslatable();
  }
}

/** FEEL writes numbers without an exponent, and with a digit before the point (DMN 1.3, 10.3.1.2, rules 37 to 39). */
function decimal(source: string): string {
  if (/^\d+(\.\d+)?$/.test(source)) return source;
  const written = String(Number(source));
  if (!/^\d+(\.\d+)?$/.test(written)) throw new Untranslatable();
  return written;
}
