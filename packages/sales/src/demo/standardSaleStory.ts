import { chance, pick } from './random.ts';
import { dayAfter, type Scene, type Story } from './Story.ts';

const CONTACTS = ['李娜', 'Marco Rossi', '赵敏', 'Emma Novak', '孙磊', 'Olivia Grant'] as const;
const REASONS = ['price', 'price', 'competitor', 'timing', 'no-decision'] as const;

const lostHere = (scene: Scene, element: string) => scene.fate === 'lost' && scene.lostAt === element;
const valueOf = ({ random, listPrice }: Scene) => Math.round(listPrice * (0.85 + random() * 0.4));

/**
 * The five-stage sale as a team works it that has one problem: a discount above the limit waits days for the manager,
 * who should decide within eight hours. Everything else goes at an ordinary pace.
 */
export const STANDARD_SALE_STORY: Story = {
  Identify: {
    hours: 3,
    values: (scene) => ({
      contact_name: pick(scene.random, CONTACTS),
      lead_source: pick(scene.random, ['inbound', 'referral', 'event', 'outbound']),
      deal_value: scene.listPrice,
      ...(scene.fate === 'disqualified'
        ? {
            identify_decision: 'disqualified',
            disqualify_reason: pick(scene.random, ['no-budget', 'no-need', 'no-fit']),
          }
        : { identify_decision: lostHere(scene, 'Identify') ? 'lost' : 'qualified' }),
    }),
  },
  Analyse: {
    hours: 70,
    values: (scene) => ({
      decision_maker: `${pick(scene.random, CONTACTS)}, CFO`,
      budget_confirmed: chance(scene.random, 0.7),
      deal_value: valueOf(scene),
      deal_expected_close: dayAfter(scene.at, 30),
      deal_next_step: 'Send the proposal · 发送方案',
      analysis_decision: lostHere(scene, 'Analyse') ? 'lost' : 'propose',
    }),
  },
  Propose: {
    hours: 50,
    values: (scene) => {
      // sent back once, the rep comes back with less
      const steep = scene.heldAt === 'Approve' || (scene.round === 0 && chance(scene.random, 0.5));
      const discount = Math.round(steep ? 16 + scene.random() * 10 : scene.random() * 13);
      return {
        proposal_summary: 'Scope, price and dates as discussed · 范围、报价与交付时间如会谈所述',
        deal_value: Math.round(valueOf(scene) * (1 - discount / 100)),
        discount,
        ...(discount > 15 ? { discount_reason: 'Two-year term · 签约两年' } : {}),
        proposal_decision: lostHere(scene, 'Propose') ? 'lost' : 'submit',
      };
    },
  },
  // the planted bottleneck
  Approve: {
    hours: 92,
    values: (scene) =>
      scene.round === 0 && chance(scene.random, 0.25)
        ? { approval_decision: 'rework', approval_comment: 'Too much for one year · 一年期给不了这么多' }
        : { approval_decision: 'approve' },
  },
  Answer: {
    hours: 96,
    values: (scene) => {
      if (lostHere(scene, 'Answer')) return { answer: 'lost' };
      const accepted = scene.heldAt === null ? chance(scene.random, 0.45) : scene.heldAt === 'Contract';
      return accepted
        ? { answer: 'accepted', deal_next_step: 'Contract · 拟定合同' }
        : { answer: 'objection', objection: 'Wants a later start · 希望推迟启动' };
    },
  },
  Decide_silent: {
    hours: 12,
    values: (scene) => ({ silent_decision: scene.fate === 'won' ? 'pursue' : 'lost' }),
  },
  Negotiate: {
    hours: 110,
    values: (scene) => {
      const discount = Math.round(6 + scene.random() * 9);
      return {
        discount,
        deal_value: Math.round(valueOf(scene) * (1 - discount / 100)),
        deal_expected_close: dayAfter(scene.at, 10),
        negotiation_decision: scene.fate === 'lost' ? 'lost' : 'agreed',
      };
    },
  },
  Contract: {
    hours: 40,
    values: (scene) => ({
      payment_terms: pick(scene.random, ['net30', 'net60', 'advance']),
      signed_on: dayAfter(scene.at, 0),
      contract_decision: scene.fate === 'lost' ? 'lost' : 'signed',
    }),
  },
  Handover: {
    hours: 30,
    values: (scene) => ({
      delivery_contact: pick(scene.random, CONTACTS),
      promises: 'Training on site · 现场培训一次',
      csat: chance(scene.random, 0.75) ? 5 : 3,
    }),
  },
  Invoice: {
    hours: 14,
    values: (scene) => ({
      invoice_no: `D-${Math.floor(scene.random() * 90_000 + 10_000)}`,
      invoice_due: dayAfter(scene.at, 30),
    }),
  },
  Loss_review: {
    hours: 24,
    values: (scene) => {
      const reason = pick(scene.random, REASONS);
      return {
        loss_reason: reason,
        ...(reason === 'competitor' ? { competitor: 'Northstar' } : {}),
        lesson: 'Talk to the decision maker sooner · 尽早见到决策人',
      };
    },
  },
  Record_cancellation: {
    hours: 8,
    values: () => ({ loss_reason: 'cancelled' }),
  },
};
