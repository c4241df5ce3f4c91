import { expect, it } from 'vitest';
import { findings } from '../test/findings.ts';
import { bpmn } from '../test/sampleModel.ts';
import { END, flow, START } from '../test/snippets.ts';

const POOLS = `<bpmn:collaboration id="c"><bpmn:participant id="pool" processRef="p" /><bpmn:participant id="other" processRef="q" />
  <bpmn:messageFlow id="mf" sourceRef="tell" targetRef="r" /></bpmn:collaboration>
  <bpmn:process id="q"><bpmn:startEvent id="qs" /><bpmn:sendTask id="tell" />${flow('qf', 'qs', 'tell')}</bpmn:process>`;
const content = START + '<bpmn:receiveTask id="r" />' + END + flow('f', 's', 'r') + flow('g', 'r', 'e');

it('a receive task that a message flow leads to was refused for naming no message', async () => {
  expect(await findings(bpmn(content, { root: POOLS }))).toEqual([]);
  expect(await findings(bpmn(content))).toEqual(['error message-missing r']);
});
