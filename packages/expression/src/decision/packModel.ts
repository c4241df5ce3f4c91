import { deserialize, serialize } from 'node:v8';
import type { DecisionModel } from './DecisionModel.ts';

/** A model on its way to a worker thread: its bytes are shared, so that 1,000 rules cost nothing each time. */
export interface PackedModel {
  /** differs for each model of this process */
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** Models that a thread keeps unpacked; a thread serves many versions, and only the last matter. */
const KEPT = 20;

const packed = new WeakMap<DecisionModel, PackedModel>();
const unpacked = new Map<string, DecisionModel>();
let count = 0;

/** The model's bytes, made once. */
export function packModel(model: DecisionModel): PackedModel {
  const known = packed.get(model);
  if (known) return known;
  const bytes = serialize(model);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  const made = { key: String((count += 1)), bytes: shared };
  packed.set(model, made);
  return made;
}

/** The same model in this thread, unpacked once while it is among those used last. */
export function unpackModel({ key, bytes }: PackedModel): DecisionModel {
  const model = unpacked.get(key) ?? (deserialize(bytes) as DecisionModel);
  unpacked.delete(key);
  unpacked.set(key, model);
  const [oldest] = unpacked.keys();
  if (unpacked.size > KEPT && oldest !== undefined) unpacked.delete(oldest);
  return model;
}
