import { DIAGRAM_NAMESPACE, type XmlTag } from './XmlTag.ts';

/** Finds the diagrams of a file as its tags pass, and cuts them out of its text. */
export interface DiagramSpans {
  visit(this: void, tag: XmlTag): void;
  /** The text without its diagrams, with every line where it was. */
  cutFrom(this: void, xml: string): string;
}

/** A diagram stands directly in the file's root (BPMN 2.0.2, 8.1, Definitions). */
export function diagramSpans(): DiagramSpans {
  const spans: { readonly from: number; readonly to: number }[] = [];
  let depth = 0;
  let from = -1;
  return {
    visit(tag) {
      if (tag.kind === 'close') {
        depth -= 1;
        if (depth !== 1 || from < 0) return;
        spans.push({ from, to: tag.end });
        from = -1;
        return;
      }
      const starts = depth === 1 && tag.name === 'BPMNDiagram' && tag.namespace === DIAGRAM_NAMESPACE;
      if (starts && tag.kind === 'empty') spans.push({ from: tag.at, to: tag.end });
      else if (starts) from = tag.at;
      if (tag.kind === 'open') depth += 1;
    },
    cutFrom(xml) {
      let kept = '';
      let at = 0;
      for (const span of spans) {
        kept += xml.slice(at, span.from) + xml.slice(span.from, span.to).replace(/[^\n]+/g, '');
        at = span.to;
      }
      return kept + xml.slice(at);
    },
  };
}
