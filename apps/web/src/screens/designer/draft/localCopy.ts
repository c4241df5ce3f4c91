export interface LocalCopy {
  readonly xml: string;
  /** ISO 8601 */
  readonly at: string;
}

const keyOf = (modelId: string) => `dealwright.draft.${modelId}`;

/** The copy of a draft that this browser holds because the server has not got it; null when there is none. */
export function readLocalCopy(modelId: string, storage: Storage = localStorage): LocalCopy | null {
  const text = storage.getItem(keyOf(modelId));
  if (text === null) return null;
  try {
    const copy: unknown = JSON.parse(text);
    if (typeof copy !== 'object' || copy === null || !('xml' in copy) || !('at' in copy)) return null;
    return typeof copy.xml === 'string' && typeof copy.at === 'string' ? { xml: copy.xml, at: copy.at } : null;
  } catch {
    // Written by something else: it is no copy of ours.
    return null;
  }
}

/** Keeps a copy; `null` forgets it. A full storage is no reason to stop drawing. */
export function writeLocalCopy(modelId: string, copy: LocalCopy | null, storage: Storage = localStorage): void {
  try {
    if (copy === null) storage.removeItem(keyOf(modelId));
    else storage.setItem(keyOf(modelId), JSON.stringify(copy));
  } catch (error) {
    console.warn('The copy of the draft could not be kept in this browser:', error);
  }
}
