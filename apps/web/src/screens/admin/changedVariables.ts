/** Why what was entered can not be written, by variable; the new variable's name and value under the empty name. */
export type VariableFault = 'bad-json' | 'needs-name' | 'name-taken';

export interface VariableEdits {
  /** JSON texts of those that were edited, by name */
  readonly texts: Readonly<Record<string, string>>;
  readonly newName: string;
  readonly newText: string;
}

export interface ChangedVariables {
  /** what is to be written: only what differs from what stands there */
  readonly changed: Readonly<Record<string, unknown>>;
  readonly faults: Readonly<Record<string, VariableFault>>;
}

/** How a value is shown for editing. */
export function variableText(value: unknown): string {
  return JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ');
}

/** What an administrator's edits change of a process's variables. */
export function changedVariables(before: Readonly<Record<string, unknown>>, edits: VariableEdits): ChangedVariables {
  const changed = new Map<string, unknown>();
  const faults = new Map<string, VariableFault>();
  const take = (name: string, text: string, place: string): void => {
    try {
      const value: unknown = JSON.parse(text);
      if (!Object.hasOwn(before, name) || JSON.stringify(before[name]) !== JSON.stringify(value))
        changed.set(name, value);
    } catch {
      faults.set(place, 'bad-json');
    }
  };
  for (const [name, text] of Object.entries(edits.texts)) take(name, text, name);
  const name = edits.newName.trim();
  const text = edits.newText.trim();
  if (name === '' && text === '') return answer(changed, faults);
  if (name === '') faults.set('', 'needs-name');
  else if (Object.hasOwn(before, name)) faults.set('', 'name-taken');
  else take(name, text, '');
  return answer(changed, faults);
}

/** A name may be anything, `__proto__` too. */
function answer(changed: ReadonlyMap<string, unknown>, faults: ReadonlyMap<string, VariableFault>): ChangedVariables {
  return { changed: Object.fromEntries(changed), faults: Object.fromEntries(faults) };
}
