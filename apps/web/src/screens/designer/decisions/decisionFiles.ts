import type { DecisionFile } from '@dealwright/api/contract';

/** The files with these added; one of the same name is replaced in its place. */
export function withFiles(files: readonly DecisionFile[], added: readonly DecisionFile[]): readonly DecisionFile[] {
  const next = new Map(files.map((file) => [file.name, file]));
  for (const file of added) next.set(file.name, file);
  return [...next.values()];
}

/** Takes back what was changed between two states, and nothing of what was changed since. */
export function takenBack(
  now: readonly DecisionFile[],
  before: readonly DecisionFile[],
  after: readonly DecisionFile[],
): readonly DecisionFile[] {
  const [is, was, became] = [now, before, after].map((files) => new Map(files.map(({ name, xml }) => [name, xml])));
  const taken = (name: string) => was?.get(name) !== became?.get(name) && is?.get(name) === became?.get(name);
  const kept = now.filter(({ name }) => !taken(name) || was?.has(name));
  return withFiles(
    kept,
    before.filter(({ name }) => taken(name)),
  );
}
