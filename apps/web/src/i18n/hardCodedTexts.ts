import { parseSync, Visitor } from 'vite';

export interface HardCodedText {
  readonly text: string;
  readonly offset: number;
}

/** Attributes that a person reads or hears. */
const SPOKEN = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'aria-description', 'hint', 'text']);

/**
 * The texts of a .tsx file that stand in one language only: letters between tags, and literals of attributes that are
 * shown or read out. Key names inside `<Kbd>` are the same in every language and are left out.
 */
export function hardCodedTexts(fileName: string, source: string): HardCodedText[] {
  const found: HardCodedText[] = [];
  const note = (text: string, offset: number) => {
    if (/\p{Letter}{2}/u.test(text)) found.push({ text: text.trim(), offset });
  };
  const elements: string[] = [];
  new Visitor({
    JSXElement: (node) => {
      const name = node.openingElement.name;
      elements.push(name.type === 'JSXIdentifier' ? name.name : '');
    },
    'JSXElement:exit': () => void elements.pop(),
    JSXText: (node) => {
      if (elements.at(-1) !== 'Kbd') note(node.value, node.start);
    },
    JSXAttribute: (node) => {
      const name = node.name.type === 'JSXIdentifier' ? node.name.name : '';
      if (SPOKEN.has(name) && node.value?.type === 'Literal') note(node.value.value, node.start);
    },
    JSXExpressionContainer: (node) => {
      if (node.expression.type === 'Literal' && typeof node.expression.value === 'string') {
        note(node.expression.value, node.start);
      }
    },
  }).visit(parseSync(fileName, source, { lang: 'tsx' }).program);
  return found;
}
