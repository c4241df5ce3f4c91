import type { Labels } from '@dealwright/bpmn/types';
import { extensionsOf, type ModdleNode, textOf } from '../../../diagram/moddle.ts';
import type { Create } from './Create.ts';

type TextType = 'dw:Label' | 'dw:Playbook';

/** The texts per language that hang on an element: labels or playbook. */
export function readTexts(node: ModdleNode, type: TextType): Labels {
  return labelsFrom(extensionsOf(node, type));
}

/** The texts per language in a list of `dw:Text` nodes. */
export function labelsFrom(nodes: readonly ModdleNode[]): Labels {
  const labels: { zh?: string; en?: string } = {};
  for (const node of nodes) {
    const lang = textOf(node, 'lang');
    if (lang === 'zh' || lang === 'en') labels[lang] = textOf(node, 'text');
  }
  return labels;
}

/** One node per language that has a text. */
export function writeTexts(labels: Labels, type: TextType, create: Create): ModdleNode[] {
  return (['en', 'zh'] as const).flatMap((lang) => {
    const text = labels[lang]?.trim();
    return text ? [create(type, { lang, text })] : [];
  });
}

/** Labels with one language set anew; an empty text takes the language away. */
export function withText(labels: Labels, lang: 'zh' | 'en', text: string): Labels {
  const { [lang]: _old, ...others } = labels;
  return text.trim() === '' ? others : { ...others, [lang]: text.trim() };
}
