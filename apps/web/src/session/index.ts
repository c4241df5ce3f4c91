export * from './session.ts';
export * from './shortcutsEnabled.ts';
export * from './theme.ts';
