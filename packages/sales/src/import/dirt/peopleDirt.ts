import type { DirtDetector } from './Dirt.ts';

export const agentWithoutDeals: DirtDetector = (data) => {
  const owners = new Set(data.pipeline.map((row) => row.agent));
  return {
    kind: 'agent-without-deals',
    label: { en: 'Sales agent without any deal', zh: '没有任何商机的销售' },
    treatment: { en: 'Created all the same, with manager and team.', zh: '照常新建，保留主管与团队。' },
    rows: data.teams.flatMap(({ file, line, agent }) => (owners.has(agent) ? [] : [{ file, line, value: agent }])),
  };
};

export const duplicateAgent: DirtDetector = (data) => {
  const seen = new Set<string>();
  return {
    kind: 'duplicate-agent',
    label: { en: 'Sales agent listed more than once', zh: '重复出现的销售' },
    treatment: {
      en: 'One person is made, with manager and team of the first row.',
      zh: '只建立一人，主管与团队取自首次出现的行。',
    },
    rows: data.teams.flatMap(({ file, line, agent }) => {
      if (seen.has(agent)) return [{ file, line, value: agent }];
      seen.add(agent);
      return [];
    }),
  };
};

/** The export knows no e-mail addresses, and nobody can sign in without one. */
export const personWithoutEmail: DirtDetector = (data) => {
  const rows = new Map<string, { file: string; line: number; value: string }>();
  for (const { file, line, agent, manager } of data.teams)
    for (const value of [agent, manager])
      if (value !== null && !rows.has(value)) rows.set(value, { file, line, value });
  for (const { file, line, agent } of data.pipeline)
    if (!rows.has(agent)) rows.set(agent, { file, line, value: agent });
  return {
    kind: 'person-without-email',
    label: { en: 'Person without an e-mail address', zh: '没有邮箱的人员' },
    treatment: {
      en: 'Created with a placeholder under ".invalid"; can sign in once an admin has entered an address and invited them.',
      zh: '以“.invalid”占位邮箱新建；管理员填写邮箱并邀请后方可登录。',
    },
    rows: [...rows.values()],
  };
};
