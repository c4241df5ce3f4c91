import { type FieldWords, type FormSchema, formWords } from '@dealwright/bpmn';
import { type EntityManager, query } from '@dealwright/store';
import type { Change } from './TimelineEntry.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What differs between two sets of fields, each field once. */
export function changesOf(before: Fields, after: Fields): Change[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].map((field) => ({
    field,
    labels: {},
    options: {},
    before: before[field] ?? null,
    after: after[field] ?? null,
  }));
}

/** What was entered, field by field as the form has them: a group with a path keeps its values in one variable. */
export function formChanges(form: FormSchema | null, variables: Readonly<Record<string, unknown>>): Change[] {
  const words = form ? formWords(form) : new Map<string, FieldWords>();
  const changes = (key: string, after: unknown): Change[] => {
    const known = words.get(key);
    const inside = [...words.keys()].some((field) => field.startsWith(`${key}.`));
    if (!known && inside && typeof after === 'object' && after !== null)
      return Object.entries(after).flatMap(([name, value]) => changes(`${key}.${name}`, value));
    return [{ field: key, labels: known?.labels ?? {}, options: known?.options ?? {}, before: null, after }];
  };
  return Object.entries(variables)
    .filter(([key]) => key !== 'amount' || !('deal_value' in variables))
    .flatMap(([key, after]) => changes(key, after));
}

/** Fields that hold another record's id. */
const REFERENCES = new Set(['accountId', 'productId', 'ownerId', 'managerId', 'assigneeId']);

/** People read names, not ids: the same changes, list by list, with the names of what is referred to. */
export async function withNames(em: EntityManager, lists: readonly (readonly Change[])[]): Promise<Change[][]> {
  const ids = lists
    .flat()
    .filter((change) => REFERENCES.has(change.field))
    .flatMap((change) => [change.before, change.after])
    .filter((id) => typeof id === 'string');
  if (ids.length === 0) return lists.map((list) => [...list]);
  const found = await query<{ id: string; name: string }>(
    em,
    `select id, name from account where id = any($1) union all select id, name from product where id = any($1)
     union all select id, name from person where id = any($1)`,
    [ids],
  );
  const names = new Map<unknown, string>(found.map(({ id, name }) => [id, name]));
  const named = (change: Change): Change =>
    REFERENCES.has(change.field)
      ? { ...change, before: names.get(change.before) ?? change.before, after: names.get(change.after) ?? change.after }
      : change;
  return lists.map((list) => list.map(named));
}
