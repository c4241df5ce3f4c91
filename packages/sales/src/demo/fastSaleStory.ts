import { pick } from './random.ts';
import type { Story } from './Story.ts';

const CONTACTS = ['周杰', 'Lena Weber', '吴倩', 'Tom Baker'] as const;

/** The inbound fast sale as it is meant to go: called within minutes, paid within days. */
export const FAST_SALE_STORY: Story = {
  Call: {
    hours: 0.16,
    values: (scene) => ({
      contact_name: pick(scene.random, CONTACTS),
      deal_value: scene.listPrice,
      call_result:
        scene.fate === 'disqualified'
          ? 'disqualified'
          : scene.fate === 'lost' && scene.lostAt === 'Call'
            ? 'lost'
            : 'quote',
    }),
  },
  Collect: {
    hours: 28,
    values: (scene) => ({ payment_result: scene.fate === 'won' ? 'paid' : 'lost' }),
  },
  Loss: {
    hours: 3,
    values: (scene) => ({ loss_reason: pick(scene.random, ['price', 'timing', 'no-decision']) }),
  },
};
