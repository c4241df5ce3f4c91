import { readFile } from 'node:fs/promises';
import { UsageError } from './UsageError.ts';

/** A JSON file's content. Throws a `UsageError` that names the file when it is missing or broken. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} is not valid JSON: ${reason}`, `${file} 不是合法的 JSON：${reason}`);
  }
}

/** A text file's content. Throws a `UsageError` that names the file when it can't be read. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UsageError(`${file} can't be read (${code}).`, `无法读取 ${file}（${code}）。`);
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** Takes apart what a JSON file holds and says by its place what is not as it should be. */
export class JsonReader {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  object(value: unknown, place: string): Fields {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
    throw this.#wrong(place, 'an object', '对象');
  }

  list(value: unknown, place: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    throw this.#wrong(place, 'a list', '列表');
  }

  text(value: unknown, place: string): string {
    if (typeof value === 'string') return value;
    throw this.#wrong(place, 'a text', '文本');
  }

  texts(value: unknown, place: string): readonly string[] {
    return this.list(value, place).map((one, at) => this.text(one, `${place}[${at}]`));
  }

  /** a number, also one written as a text; `absent` when there is none */
  number(value: unknown, place: string, absent: number): number {
    if (value === undefined || value === null) return absent;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
    throw this.#wrong(place, 'a number', '数字');
  }

  #wrong(place: string, en: string, zh: string): UsageError {
    return new UsageError(`${this.#file}: ${place} should be ${en}.`, `${this.#file}：${place} 应为${zh}。`);
  }
}
