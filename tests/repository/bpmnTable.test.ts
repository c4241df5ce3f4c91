import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const docs = new URL('../../docs/', import.meta.url);
const table = readFileSync(new URL('bpmn.md', docs), 'utf8');

interface Row {
  readonly element: string;
  readonly where: string;
  readonly what: string;
  readonly test: string;
}

const ROWS: readonly Row[] = table
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| element '))
  .map((line) => {
    const [element = '', where = '', what = '', , test = ''] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    return { element, where, what, test };
  });

const START = 'start of a process';
const INTERRUPTING = 'start of an event subprocess, interrupting';
const QUIET = 'start of an event subprocess, not interrupting';
const CATCH = 'intermediate, catching';
const BORDER = 'border, interrupting';
const QUIET_BORDER = 'border, not interrupting';
const THROW = 'intermediate, throwing';
const END = 'end';
const CAUGHT = [START, INTERRUPTING, QUIET, CATCH, BORDER, QUIET_BORDER];

/** BPMN 2.0.2, table 10.93: which kind of event may stand where. */
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  None: [START, THROW, END],
  Message: [...CAUGHT, THROW, END],
  Timer: CAUGHT,
  Error: [INTERRUPTING, BORDER, END],
  Escalation: [INTERRUPTING, QUIET, BORDER, QUIET_BORDER, THROW, END],
  Cancel: [BORDER, END],
  Compensation: [INTERRUPTING, BORDER, THROW, END],
  Conditional: CAUGHT,
  Link: [CATCH, THROW],
  Signal: [...CAUGHT, THROW, END],
  Terminate: [END],
  Multiple: [...CAUGHT, THROW, END],
  'Parallel multiple': CAUGHT,
};

/** What else can be executed (BPMN 2.0.2, 10.3 to 10.7), by the first words of a row. */
const OTHERS = `
Task
User task
Manual task
Service task
Send task
Receive task
Script task
Business rule task
Call activity
Global task
Global user task
Global manual task
Global script task
Global business rule task
Embedded subprocess
Event subprocess
Transaction
Ad-hoc subprocess
Standard loop
Multi-instance, parallel
Multi-instance, sequential
Start quantity
Completion quantity
Exclusive
Parallel
Inclusive
Complex
Event-based
Data object
Data store
Property
Input and output specification
Data association
Correlation
Message flow
Several processes
Lanes
Choreography
Conversation`
  .trim()
  .split('\n');

describe('the table of what is executed', () => {
  it.each(ROWS.map((row) => [`${row.element} · ${row.where}`, row] as const))(
    '%s is proved',
    (_name, { what, test }) => {
      if (test === '–') {
        // an honest blank says why
        expect(what).toMatch(/^– .{20}/);
        return;
      }
      const links = [...test.matchAll(/\[(.+?)\]\(([^)]+)\)(?:<br>|$)/g)];
      expect(links.map(([link]) => link).join('')).toBe(test);
      for (const [, title = '', path = ''] of links) {
        const file = new URL(path, docs);
        expect(existsSync(file), `${path} does not exist`).toBe(true);
        const source = readFileSync(fileURLToPath(file), 'utf8');
        expect(namesTest(source, title), `${path} has no test “${title}”`).toBe(true);
        expect(source, `${path} leaves tests out`).not.toMatch(/\b(?:test|it|describe)\.(?:skip|todo|only)\b/);
      }
    },
  );

  it.each(Object.entries(EVENTS).flatMap(([kind, places]) => places.map((place) => [kind, place] as const)))(
    '%s, %s, has a row with a test',
    (kind, place) => {
      const rows = ROWS.filter(({ element, where }) => element.split(',')[0] === kind && where === place);
      expect(rows.some(({ test }) => test !== '–')).toBe(true);
    },
  );

  it('has no event at a place that the specification does not know', () => {
    const places = new Set(Object.values(EVENTS).flat());
    const wrong = ROWS.filter(({ element, where }) => {
      const kind = element.split(',')[0] ?? '';
      return places.has(where) && !EVENTS[kind]?.includes(where);
    });
    expect(wrong).toEqual([]);
  });

  it.each(OTHERS)('%s has a row with a test', (name) => {
    expect(ROWS.some(({ element, test }) => element === name && test !== '–')).toBe(true);
  });
});

/** Whether the title is a whole string literal that begins a call or a row of a table: `test('…',` or `['…',`. */
function namesTest(source: string, title: string): boolean {
  const literal = title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`[([]\s*(['"\`])${literal}\1\s*,`).test(source);
}
