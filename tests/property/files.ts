// `pnpm test:property:files [<runs> [<first seed>]]`: random models as BPMN files, through reader, validator and compiler
// to the executor. Prints the seed of each that broke a property; exit code 1 when one did.
import { tryOne } from './tryOne.ts';

const [runs = 1_000, first = 1] = process.argv.slice(2).map(Number);
if (![runs, first].every((value) => Number.isInteger(value) && value > 0)) {
  console.error('Takes how many models to run, and the first seed: whole numbers from 1.');
  process.exit(2);
}
const began = performance.now();
let [broken, elements, commands] = [0, 0, 0];
for (let seed = first; seed < first + runs; seed++) {
  const trial = await tryOne(seed);
  elements += trial.model.size;
  commands += trial.commands;
  if (trial.broken === null) continue;
  broken += 1;
  console.log(`seed ${seed}: ${trial.broken}`);
}
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(`${runs} files, ${elements} elements, ${commands} commands, ${broken} broken, ${seconds} s`);
process.exitCode = broken > 0 ? 1 : 0;
