/**
 * What stands on the worklist for a group and for a role. The demo team has groups and roles of its own: real work must
 * not go to made-up people, nor theirs to real ones.
 */
export const groupPrincipal = (group: string, demo: boolean): string => `g:${demo ? DEMO : ''}${group}`;
export const rolePrincipal = (role: string, demo: boolean): string => `r:${demo ? DEMO : ''}${role}`;

const DEMO = 'demo/';
