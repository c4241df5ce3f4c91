import { describe, expect, it } from 'vitest';
import { ModelError } from '../ModelError.ts';
import { cpuMs } from '../test/cpuMs.ts';
import { bpmn, SIMPLE } from '../test/sampleModel.ts';
import { parseModel } from './parseModel.ts';

async function refusal(xml: string): Promise<ModelError> {
  const error: unknown = await parseModel(xml).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ModelError) return error;
  throw new Error(`expected a ModelError, got ${String(error)}`);
}

describe('parseModel', () => {
  it('reads a model and knows the line of each element', async () => {
    const model = await parseModel(SIMPLE);
    expect(model.problems).toEqual([]);
    expect(model.lines.get('call')).toBe(7);
  });

  it('reads a model without process for whoever only judges it', async () => {
    const choreography = SIMPLE.replace(/<bpmn:process[^]*<\/bpmn:process>/, '<bpmn:choreography id="c" />');
    const { definitions } = await parseModel(choreography, { process: 'optional' });
    expect(definitions.get('rootElements')).toHaveLength(1);
  });

  it.each([
    ['an empty file', '  \n ', 'xml-empty', null],
    ['text that is not XML', 'hello', 'definitions-missing', null],
    ['another kind of XML', '<html><body/></html>', 'definitions-missing', null],
    ['an unclosed tag', SIMPLE.replace('</bpmn:process>', ''), 'xml-broken', 12],
    ['a tag that is cut off', SIMPLE.slice(0, SIMPLE.indexOf('id="end"')), 'xml-broken', 8],
    ['an unclosed comment', SIMPLE.replace('<bpmn:endEvent', '<!-- <bpmn:endEvent'), 'xml-broken', 8],
    ['a model without process', SIMPLE.replace(/<bpmn:process[^]*<\/bpmn:process>/, ''), 'process-missing', null],
    ['UTF-16 read as bytes', SIMPLE.split('').join('\0'), 'xml-characters', 1],
    ['an encoding that hides markup', SIMPLE.replace('UTF-8', 'UTF-7'), 'xml-encoding', 1],
    ['a file of more than 5 MB', SIMPLE + ' '.repeat(5_000_001), 'xml-too-large', null],
    ['nesting without end', '<a>'.repeat(300), 'xml-too-deep', 1],
  ])('refuses %s', async (_what, xml, code, line) => {
    const error = await refusal(xml);
    expect([error.code, error.line]).toEqual([code, line]);
    expect(error.messages.zh).toMatch(/\p{Script=Han}/u);
  });

  it.each([
    '<!DOCTYPE bpmn [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    '<!doctype x>',
    '<!-- harmless --><!DOCTYPE x SYSTEM "file:///etc/passwd">',
    '<![CDATA[ ]]><!ENTITY x "y">',
  ])('refuses a DTD before any parser sees it: %s', async (dtd) => {
    const error = await refusal(SIMPLE.replace('<bpmn:definitions', `${dtd}<bpmn:definitions`));
    expect([error.code, error.line]).toEqual(['xml-doctype', 2]);
  });

  it('accepts the word DOCTYPE in comments and text', async () => {
    const model = await parseModel(
      bpmn(
        '<!-- <!DOCTYPE x> --><bpmn:startEvent id="s"><bpmn:documentation><![CDATA[<!DOCTYPE html>]]></bpmn:documentation></bpmn:startEvent>',
      ),
    );
    expect(model.problems).toEqual([]);
  });

  it('refuses a file made of nothing but mistakes, after the first few', async () => {
    const hostile = bpmn('<bpmn:nonsense/>'.repeat(200_000));
    const spent = await cpuMs(async () => expect((await refusal(hostile)).code).toBe('xml-broken'));
    expect(spent).toBeLessThan(5000);
  });

  it('names unknown BPMN elements with their line', async () => {
    const model = await parseModel(bpmn('<bpmn:teleportTask id="t" />'));
    expect(model.problems).toMatchObject([{ rule: 'element-unknown', severity: 'error', line: 5 }]);
    expect(model.problems[0]?.message.en).toContain('bpmn:teleportTask');
  });

  it('refuses nothing that BPMN knows and the reader does not', async () => {
    const model = await parseModel(
      bpmn('<bpmn:startEvent id="s" />', {
        root: '<bpmn:endPoint id="at" /><bpmn:collaboration id="c"><bpmn:participant id="us"><bpmn:endPointRef>at</bpmn:endPointRef></bpmn:participant></bpmn:collaboration>',
      }),
    );
    expect(model.problems).toMatchObject([{ rule: 'element-not-read', severity: 'warning', line: 3 }]);
  });

  it('names dangling references and duplicate ids', async () => {
    const model = await parseModel(
      SIMPLE.replace('targetRef="end"', 'targetRef="nowhere"').replace('id="end"', 'id="call"'),
    );
    expect(model.problems.map((problem) => [problem.rule, problem.elementId, problem.line])).toEqual([
      ['id-duplicate', 'call', 8],
      ['reference-missing', 'f2', 10],
    ]);
  });

  it('resolves references with the prefix of the target namespace', async () => {
    const model = await parseModel(
      SIMPLE.replace('id="defs"', 'id="defs" xmlns:tns="urn:test"').replace('targetRef="call"', 'targetRef="tns:call"'),
    );
    expect(model.problems).toEqual([]);
  });

  it.each([
    ['a type of XML Schema', '<bpmn:correlationProperty id="cp" type="xsd:string" />', []],
    ['a message of XML Schema', '<bpmn:receiveTask id="r" messageRef="xsd:string" />', ['reference-missing']],
    ['an element of an imported file', '<bpmn:receiveTask id="r" messageRef="far:m" />', []],
    ['an extension that may be passed over', '<bpmn:extension definition="v:own" />', []],
    [
      'an extension that must be understood',
      '<bpmn:extension definition="v:own" mustUnderstand="true" />',
      ['reference-missing'],
    ],
  ])('knows what lies outside the file: %s', async (_what, element, expected) => {
    const root = element.includes('receiveTask') ? '' : element;
    const xml = bpmn(element.includes('receiveTask') ? element : '<bpmn:startEvent id="s" />', {
      root: `<bpmn:import importType="http://www.omg.org/spec/BPMN/20100524/MODEL" location="far.bpmn" namespace="urn:far" />${root}`,
      namespaces: 'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:far="urn:far" xmlns:v="urn:v"',
    });
    expect((await parseModel(xml)).problems.map(({ rule }) => rule)).toEqual(expected);
  });
});
