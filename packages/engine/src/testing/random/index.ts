export type { ProcessTree } from './Block.ts';
export { Dice } from './Dice.ts';
export type { DrawnModel, DrawnProcess } from './Drawing.ts';
export { drawTree } from './drawTree.ts';
export { randomTree } from './randomTree.ts';
export { BEGINNING, Player, type Move } from './Player.ts';
export { randomRun } from './randomRun.ts';
export { checkRun, type Checked } from './checkRun.ts';
export { shrink, type Shrunk } from './shrink.ts';
