const MOST = 200;

interface Asked<Value> {
  readonly resolve: (value: Value | null) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Looks keys up together: a lone one at once, those that come while others are looked up with one question for all. Each
 * sees at least what was there when it was asked for. `load` answers those that there are; the others are null. When it
 * throws, all who wait for it are told.
 */
export function batched<Value>(
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | null> {
  const waiting = new Map<string, Asked<Value>[]>();
  let asking = false;

  async function run(batch: ReadonlyMap<string, readonly Asked<Value>[]>): Promise<void> {
    try {
      const found = await load([...batch.keys()]);
      for (const [key, all] of batch) for (const { resolve } of all) resolve(found.get(key) ?? null);
    } catch (error) {
      for (const all of batch.values()) for (const { reject } of all) reject(error);
    }
  }

  function pump(): void {
    if (asking || waiting.size === 0) return;
    const batch = new Map([...waiting].slice(0, MOST));
    for (const key of batch.keys()) waiting.delete(key);
    asking = true;
    void run(batch).finally(() => {
      asking = false;
      pump();
    });
  }

  return (key) =>
    new Promise((resolve, reject) => {
      const asked = waiting.get(key);
      if (asked) asked.push({ resolve, reject });
      else waiting.set(key, [{ resolve, reject }]);
      pump();
    });
}
