import type { ProcessTree, ScopeTree, StartKind } from './Block.ts';
import { drawScope } from './drawScope.ts';
import { Drawing, type DrawnModel, type DrawnProcess } from './Drawing.ts';

/** Draws a model. The same tree gives the same drawing. */
export function drawTree(tree: ProcessTree): DrawnModel {
  return {
    main: drawProcess('main', 'n', tree.scope, tree.start),
    called: tree.called.map((scope, at) => drawProcess(calledId(at), 'abc'[at] ?? 'd', scope, 'one')),
  };
}

/** The id of a model's called process. */
export function calledId(at: number): string {
  return `called${at}`;
}

function drawProcess(id: string, prefix: string, scope: ScopeTree, kind: StartKind): DrawnProcess {
  const drawing = new Drawing(id, prefix);
  const starts = [''];
  drawScope(drawing, null, scope, (entry) => starts.push(...drawStarts(drawing, entry, scope.implicit ? 'one' : kind)));
  return drawing.finished(starts);
}

/** Start events of a process; answers those that have to be named to start there. */
function drawStarts(drawing: Drawing, entry: string, kind: StartKind): readonly string[] {
  const start = drawing.node(null, { type: 'startEvent' });
  if (kind === 'one') {
    drawing.chain(start, entry);
    return [];
  }
  const merge = drawing.node(null, { type: kind === 'both' ? 'parallelGateway' : 'exclusiveGateway' });
  const events = kind === 'both' ? [] : [{ kind: 'message', name: 'go', correlation: null } as const];
  const other = drawing.node(null, { type: 'startEvent', events });
  drawing.chain(start, merge, entry);
  drawing.chain(other, merge);
  return kind === 'both' ? [] : [other];
}
