/** Says that the interpreter is to answer: it knows more kinds of nodes and values than the compiled form. */
export class Bail extends Error {}

// one for all: no one looks at its stack, which is what takes time
const BAIL = new Bail('The interpreter is to answer.');

/** Leaves the compiled form, while compiling or while evaluating; `compileFeel` catches it. */
export function bail(): never {
  throw BAIL;
}
