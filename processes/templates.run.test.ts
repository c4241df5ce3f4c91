import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, parseModel, validateForm, type ProcessGraph } from '../packages/bpmn/src/index.ts';
import type { JsonObject } from '../packages/engine/src/index.ts';
import { Simulation } from '../packages/engine/src/testing/index.ts';
import { evaluateFeel } from '../packages/expression/src/evaluateFeel.ts';

const NOW = Date.UTC(2026, 2, 2, 9);
const DEAL = { dealId: 'd1', dealName: 'Acme', ownerId: 'p1' };

const evaluate = (expression: string, variables: JsonObject) => evaluateFeel(expression, variables, NOW);

/** Runs a template as a rep would: each completed form must pass its own check on the server first. */
class Deal extends Simulation {
  constructor(graph: ProcessGraph) {
    super(graph, { now: NOW, interpreter: { evaluate, script: () => null } });
    this.start(DEAL);
  }

  fill(nodeId: string, values: JsonObject): this {
    const form = this.graph.nodes[this.graph.nodeIndex.get(nodeId) ?? -1]?.business.form;
    if (!form) throw new Error(`${nodeId} has no form`);
    const isHidden = (condition: string, entered: Readonly<Record<string, unknown>>) =>
      evaluate(condition, { ...entered } as JsonObject) === true;
    expect(validateForm(form, values, { isHidden }), nodeId).toEqual([]);
    return this.complete(nodeId, values);
  }

  get tasks(): string[] {
    return this.waits.filter((wait) => wait.kind === 'task').map((wait) => wait.nodeId);
  }
}

const load = async (folder: string): Promise<ProcessGraph> =>
  compile(await parseModel(readFileSync(new URL(`${folder}/process.bpmn`, import.meta.url), 'utf8')));

const identify = { contact_name: 'Kim', deal_value: 1000 };
const analyse = { decision_maker: 'Lee', deal_value: 1000, deal_expected_close: '2026-04-30' };
const propose = { proposal_summary: 'All of it', deal_value: 1200 };
const negotiate = { deal_value: 1100, deal_expected_close: '2026-04-30', discount: 10 };

describe('the standard sale', () => {
  let graph: ProcessGraph;
  beforeAll(async () => {
    graph = await load('standard-sale');
  });
  const quoted = () =>
    new Deal(graph)
      .fill('Identify', { ...identify, identify_decision: 'qualified' })
      .fill('Analyse', { ...analyse, analysis_decision: 'propose' })
      .fill('Propose', { ...propose, discount: 5, proposal_decision: 'submit' })
      .complete('Send_quote');

  it('is won, step by step', () => {
    const deal = quoted().fill('Answer', { answer: 'objection', objection: 'Too slow' });
    deal.fill('Negotiate', { ...negotiate, negotiation_decision: 'agreed' });
    deal.fill('Contract', { payment_terms: 'net30', contract_decision: 'signed' });
    expect(deal.tasks.toSorted()).toEqual(['Handover', 'Invoice']);
    deal.fill('Invoice', { invoice_no: '7', invoice_due: '2026-05-30' });
    expect(deal.finish).toBeNull();
    deal.fill('Handover', { delivery_contact: 'Bo', promises: 'None', csat: 5 });
    expect(deal.finish).toMatchObject({ status: 'completed', outcome: 'won' });
  });

  it('asks the manager above 15 %, reminds after 8 hours, and can be sent back', () => {
    const deal = new Deal(graph)
      .fill('Identify', { ...identify, identify_decision: 'qualified' })
      .fill('Analyse', { ...analyse, analysis_decision: 'propose' });
    const high = { ...propose, discount: 20, discount_reason: 'Three years', proposal_decision: 'submit' };
    deal.fill('Propose', high).advance('PT8H');
    expect(deal.open).toContain('job Escalate');
    expect(deal.wait('Escalate').variables).toMatchObject({ to: 'manager', message: expect.stringContaining('Acme') });
    deal.complete('Escalate').fill('Approve', { approval_decision: 'rework', approval_comment: 'Less' });
    expect(deal.tasks).toEqual(['Propose']);
    deal.fill('Propose', high).fill('Approve', { approval_decision: 'approve' });
    expect(deal.open).toContain('job Send_quote');
  });

  it.each([
    ['asks for a new proposal when nobody has approved the discount', { discount: 18 }, 'agreed', ['Propose']],
    ['asks for a new proposal when the rep says so', { discount: 10 }, 'requote', ['Propose']],
    ['goes on within the limit', { discount: 15 }, 'agreed', ['Contract']],
  ])('negotiation %s', (_what, discount, negotiation_decision, tasks) => {
    const deal = quoted().fill('Answer', { answer: 'objection', objection: 'x' });
    expect(deal.fill('Negotiate', { ...negotiate, ...discount, negotiation_decision }).tasks).toEqual(tasks);
  });

  it('takes the acceptance from a message', () => {
    expect(quoted().message('quote-accepted', 'd1').tasks).toEqual(['Contract']);
  });

  it('reminds twice, then asks the manager', () => {
    const deal = quoted().advance('P7D').complete('Remind').advance('P7D').complete('Remind').advance('P7D');
    expect(deal.tasks).toEqual(['Decide_silent']);
    deal.fill('Decide_silent', { silent_decision: 'pursue' });
    expect(deal.tasks).toEqual(['Negotiate']);
  });

  it.each<[string, () => Deal]>([
    ['identification', () => new Deal(graph).fill('Identify', { ...identify, identify_decision: 'lost' })],
    ['the quote', () => quoted().fill('Answer', { answer: 'lost' })],
    [
      'negotiation',
      () =>
        quoted()
          .fill('Answer', { answer: 'objection', objection: 'x' })
          .fill('Negotiate', { ...negotiate, negotiation_decision: 'lost' }),
    ],
    ['silence', () => quoted().advance('P21D').fill('Decide_silent', { silent_decision: 'lost' })],
  ])('can be lost in %s, with a reason', (_where, run) => {
    const deal = run();
    expect(deal.tasks).toEqual(['Loss_review']);
    deal.fill('Loss_review', { loss_reason: 'price', lesson: 'Ask earlier' });
    for (const wait of deal.waits.filter(({ kind }) => kind === 'job')) deal.complete(wait.nodeId);
    expect(deal.finish).toMatchObject({ outcome: 'lost' });
  });

  it('is disqualified with a reason', () => {
    const deal = new Deal(graph).fill('Identify', {
      ...identify,
      identify_decision: 'disqualified',
      disqualify_reason: 'no-fit',
    });
    expect(deal.finish).toMatchObject({ outcome: 'disqualified' });
  });

  it('stops whatever is going on when the customer cancels', () => {
    const deal = quoted().message('customer-cancelled', 'd1');
    expect(deal.tasks).toEqual(['Record_cancellation']);
    deal.fill('Record_cancellation', { loss_reason: 'cancelled' });
    expect(deal.finish).toMatchObject({ outcome: 'lost' });
  });
});

describe('the inbound fast sale', () => {
  let graph: ProcessGraph;
  beforeAll(async () => {
    graph = await load('inbound-fast-sale');
  });
  const called = (call_result: string) =>
    new Deal(graph).fill('Call', { contact_name: 'Kim', deal_value: 50, call_result });

  it('is won when the customer pays, by hand or by message', () => {
    expect(called('quote').complete('Quote').fill('Collect', { payment_result: 'paid' }).finish).toMatchObject({
      outcome: 'won',
    });
    expect(called('quote').complete('Quote').message('payment-received', 'd1').finish).toMatchObject({
      outcome: 'won',
    });
  });

  it('alerts after 15 minutes and nudges twice', () => {
    const deal = new Deal(graph).advance('PT15M').complete('Alert');
    deal.fill('Call', { contact_name: 'Kim', deal_value: 50, call_result: 'quote' }).complete('Quote');
    deal.advance('P2D').complete('Nudge').advance('P2D').complete('Nudge').advance('P9D');
    expect(deal.open).toEqual(expect.not.arrayContaining(['job Nudge']));
    expect(deal.tasks).toEqual(['Collect']);
  });

  it('is lost with a reason, or disqualified', () => {
    expect(called('lost').fill('Loss', { loss_reason: 'timing' }).finish).toMatchObject({ outcome: 'lost' });
    expect(called('disqualified').finish).toMatchObject({ outcome: 'disqualified' });
  });
});
