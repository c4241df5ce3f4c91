import { readFile } from 'node:fs/promises';

/**
 * The process that is driven: four branches (a task, a timer and a task with a reminder; a message; an HTTP request to
 * `outside`; a called process), a join and a task. `retries` of the request; an attempt more is made.
 */
export async function loadXml(outside: string, retries: number): Promise<string> {
  const xml = await readFile(new URL('load.bpmn', import.meta.url), 'utf8');
  return xml.replace('OUTSIDE', outside).replace('RETRIES', String(retries));
}
