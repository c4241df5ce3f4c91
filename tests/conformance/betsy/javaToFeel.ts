type Tree = { readonly text: string; readonly binds: number };

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)[LlDdFf]?|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([A-Za-z_$][\w$]*)|(&&|\|\||[=!<>]=|[-+*/%!<>().,?:]))/gy;

/** Binary operators: how strongly each binds, and what it is in FEEL. */
const BINARY: Readonly<Record<string, readonly [binds: number, feel: string]>> = {
  '||': [1, 'or'],
  '&&': [2, 'and'],
  '==': [3, '='],
  '!=': [3, '!='],
  '<': [4, '<'],
  '>': [4, '>'],
  '<=': [4, '<='],
  '>=': [4, '>='],
  '+': [5, '+'],
  '-': [5, '-'],
  '*': [6, '*'],
  '/': [6, '/'],
  '%': [6, '%'],
};
const ATOM = 9;

/** Methods of Java's strings and lists, as FEEL: the receiver comes first. */
const METHODS: Readonly<Record<string, (receiver: string, given: readonly string[]) => string | null>> = {
  contains: (of, [part]) => (part === undefined ? null : `contains(${of}, ${part})`),
  startsWith: (of, [part]) => (part === undefined ? null : `starts with(${of}, ${part})`),
  endsWith: (of, [part]) => (part === undefined ? null : `ends with(${of}, ${part})`),
  matches: (of, [pattern]) => (pattern === undefined ? null : `matches(${of}, "^(" + ${pattern} + ")$")`),
  equals: (of, [other]) => (other === undefined ? null : `(${of} = ${other})`),
  equalsIgnoreCase: (of, [other]) => (other === undefined ? null : `(lower case(${of}) = lower case(${other}))`),
  length: (of) => `string length(${of})`,
  isEmpty: (of) => `(${of} = "")`,
  toLowerCase: (of) => `lower case(${of})`,
  toUpperCase: (of) => `upper case(${of})`,
  size: (of) => `count(${of})`,
};

/**
 * An expression as Java and JUEL write it (`test.contains("a") && n < 3`, also within `${…}`) in FEEL: operators,
 * ternary, literals, names, and the usual methods of strings. Null for what it does not understand: FEEL itself is then
 * carried as it stands.
 */
export function javaToFeel(source: string): string | null {
  const body = /^\s*[$#]\{([^]*)\}\s*$/.exec(source)?.[1] ?? source;
  const tokens = tokensOf(body);
  if (!tokens) return null;
  let at = 0;
  const peek = () => tokens[at] ?? '';
  const take = (token: string) => peek() === token && (at++, true);

  function ternary(): Tree | null {
    const condition = binary(1);
    if (!condition || !take('?')) return condition;
    const yes = ternary();
    if (!yes || !take(':')) return null;
    const no = ternary();
    return no && { text: `if ${condition.text} then ${yes.text} else ${no.text}`, binds: 0 };
  }

  function binary(least: number): Tree | null {
    let left = unary();
    for (let operator = BINARY[peek()]; left && operator && operator[0] >= least; operator = BINARY[peek()]) {
      const [binds, feel] = operator;
      at += 1;
      const right = binary(binds + 1);
      if (!right) return null;
      const [a, b] = [inside(left, binds), inside(right, binds + 1)];
      left = feel === '%' ? { text: `modulo(${a}, ${b})`, binds: ATOM } : { text: `${a} ${feel} ${b}`, binds };
    }
    return left;
  }

  function unary(): Tree | null {
    if (take('!')) {
      const operand = unary();
      return operand && { text: `not(${operand.text})`, binds: ATOM };
    }
    if (take('-')) {
      const operand = unary();
      return operand && { text: `-${inside(operand, ATOM)}`, binds: 8 };
    }
    return postfix();
  }

  function postfix(): Tree | null {
    let tree = primary();
    while (tree && take('.')) {
      const name = peek();
      at += 1;
      if (!/^[A-Za-z_$]/.test(name)) return null;
      if (!take('(')) {
        tree = { text: `${inside(tree, ATOM)}.${name}`, binds: ATOM };
        continue;
      }
      const given = list();
      const text: string | null = given && (METHODS[name]?.(inside(tree, ATOM), given) ?? null);
      tree = text === null ? null : { text, binds: ATOM };
    }
    return tree;
  }

  function list(): string[] | null {
    const given: string[] = [];
    while (!take(')')) {
      if (given.length > 0 && !take(',')) return null;
      const one = ternary();
      if (!one) return null;
      given.push(one.text);
    }
    return given;
  }

  function primary(): Tree | null {
    if (take('(')) {
      const tree = ternary();
      return tree && take(')') ? { text: `(${tree.text})`, binds: ATOM } : null;
    }
    const token = peek();
    if (!/^[\w"'$]/.test(token)) return null;
    at += 1;
    return { text: token.startsWith("'") ? JSON.stringify(token.slice(1, -1)) : token, binds: ATOM };
  }

  const tree = ternary();
  return tree && at === tokens.length ? tree.text : null;
}

function inside(tree: Tree, least: number): string {
  return tree.binds < least ? `(${tree.text})` : tree.text;
}

function tokensOf(body: string): string[] | null {
  const tokens: string[] = [];
  let end = 0;
  const text = body.trim();
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    tokens.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
    end = TOKEN.lastIndex;
  }
  return end === text.length && tokens.length > 0 ? tokens : null;
}
