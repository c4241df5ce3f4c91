/** A piece of FEEL with what must be known to put it into another. */
export interface Feel {
  readonly text: string;
  readonly level: Level;
  readonly type: FeelType;
}

/** What is known of a value, unless it is null. */
export type FeelType = 'any' | 'string' | 'number' | 'boolean';

/** How tightly FEEL binds (DMN 1.3, 10.3.1.2, rule 1 ff.), loosest first. */
export const LEVEL = {
  choice: 0,
  or: 1,
  and: 2,
  comparison: 3,
  sum: 4,
  product: 5,
  minus: 6,
  path: 7,
} as const;
export type Level = (typeof LEVEL)[keyof typeof LEVEL];

/** The text for a place that needs at least this level: in brackets when it binds more loosely. */
export function atLeast(feel: Feel, level: Level): string {
  return feel.level >= level ? feel.text : `(${feel.text})`;
}

/** A name or literal. */
export function atom(text: string, type: FeelType = 'any'): Feel {
  return { text, level: LEVEL.path, type };
}

/** A call, with arguments in the order of FEEL's function. */
export function call(name: string, type: FeelType, ...args: readonly Feel[]): Feel {
  return atom(`${name}(${args.map((arg) => arg.text).join(', ')})`, type);
}

export function textLiteral(value: string): Feel {
  return atom(JSON.stringify(value), 'string');
}

export function comparison(left: Feel, operator: string, right: Feel): Feel {
  const text = `${atLeast(left, LEVEL.sum)} ${operator} ${atLeast(right, LEVEL.sum)}`;
  return { text, level: LEVEL.comparison, type: 'boolean' };
}

/** A number plus or minus a constant, added up where both are known. */
export function plus(feel: Feel, constant: number): Feel {
  if (/^\d+$/.test(feel.text)) return { ...feel, text: String(Number(feel.text) + constant) };
  const sign = constant < 0 ? '-' : '+';
  return { text: `${atLeast(feel, LEVEL.sum)} ${sign} ${Math.abs(constant)}`, level: LEVEL.sum, type: 'number' };
}

/** A choice between two values. */
export function choice(condition: Feel, then: Feel, otherwise: Feel): Feel {
  const text = `if ${atLeast(condition, LEVEL.or)} then ${atLeast(then, LEVEL.or)} else ${otherwise.text}`;
  return { text, level: LEVEL.choice, type: then.type === otherwise.type ? then.type : 'any' };
}
