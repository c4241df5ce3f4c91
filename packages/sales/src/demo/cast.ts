import type { Role } from '../people/Person.ts';

/** Who and what the demo is about: made up, in both languages. `.example` addresses reach nobody (RFC 2606). */
export const DEMO_TEAM = 'Demo team · 演示团队';

export interface DemoMember {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
}

export const DEMO_MANAGER: DemoMember = {
  name: '林静怡 Jingyi Lin',
  email: 'jingyi.lin@demo.example',
  roles: ['manager'],
  groups: [],
};
export const DEMO_FINANCE: DemoMember = {
  name: 'Helen Fischer',
  email: 'helen.fischer@demo.example',
  roles: ['rep'],
  groups: ['finance'],
};
export const DEMO_REPS: readonly DemoMember[] = [
  { name: '陈浩 Hao Chen', email: 'hao.chen@demo.example', roles: ['rep'], groups: [] },
  { name: 'Sophie Martin', email: 'sophie.martin@demo.example', roles: ['rep'], groups: [] },
  { name: '王梓涵 Zihan Wang', email: 'zihan.wang@demo.example', roles: ['rep'], groups: [] },
  { name: 'Daniel Okafor', email: 'daniel.okafor@demo.example', roles: ['rep'], groups: [] },
];

export const DEMO_ACCOUNTS = [
  'Harbour & Finch Ltd',
  '云杉科技',
  'Lumen Optics',
  '远航物流',
  'Brightwater Foods',
  '星河医疗器械',
  'Cedar Lane Schools',
  '金石建筑',
  'Vela Energy',
  '青禾农业',
  'Norrland Paper',
  '海岚酒店集团',
] as const;

export const DEMO_PRODUCTS = [
  { name: 'Atlas Basic (demo)', series: 'Atlas', listPrice: 1200 },
  { name: 'Atlas Pro (demo)', series: 'Atlas', listPrice: 4800 },
  { name: 'Orbit Suite (demo)', series: 'Orbit', listPrice: 14_500 },
] as const;
