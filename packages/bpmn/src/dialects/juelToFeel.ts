const WORDS: Readonly<Record<string, string>> = {
  '&&': 'and',
  and: 'and',
  '||': 'or',
  or: 'or',
  '==': '=',
  eq: '=',
  ne: '!=',
  lt: '<',
  gt: '>',
  le: '<=',
  ge: '>=',
  div: '/',
};

const TOKEN =
  /\s+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\d+(?:\.\d+)?|[A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)*|&&|\|\||==|!=|<=|>=|[<>+\-*/()!]/gy;

/**
 * Translates the simple forms of JUEL (`${amount > 3 && region == 'EU'}`) to FEEL: comparisons, arithmetic,
 * logic, names and literals. Returns null for what has no equal: method calls, ternaries, `%`, `empty`,
 * several expressions in one text.
 */
export function juelToFeel(source: string): string | null {
  const body = /^\s*[$#]\{([^{}]*)\}\s*$/.exec(source)?.[1];
  if (body === undefined || body.length > 2000) return null;
  const out: string[] = [];
  let at = 0;
  let closeNot = false;
  let previous = '';
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(body); match; match = TOKEN.exec(body)) {
    const token = match[0];
    at = TOKEN.lastIndex;
    if (token.trim() === '') continue;
    if (token === 'empty' || token === 'mod' || token === 'instanceof') return null;
    // a name followed by "(" is a method call
    if (token === '(' && /^[A-Za-z_]/.test(previous) && WORDS[previous] === undefined) return null;
    if (token === '!' || token === 'not') {
      if (closeNot) return null;
      closeNot = true;
      out.push('not(');
    } else if (closeNot) {
      if (!/^[A-Za-z_]/.test(token)) return null;
      closeNot = false;
      out.push(`${token})`);
    } else if (token.startsWith("'")) {
      out.push(JSON.stringify(token.slice(1, -1).replace(/\\'/g, "'")));
    } else out.push(WORDS[token] ?? token);
    previous = token;
  }
  if (at !== body.length || out.length === 0 || closeNot) return null;
  return out.join(' ');
}
