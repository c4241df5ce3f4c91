export interface Mapping {
  readonly name: string;
  readonly value: string;
}

/** The mappings with this one in its place, or at the end; without it when its value is empty. */
export function withInput(inputs: readonly Mapping[], name: string, value: string): readonly Mapping[] {
  if (value === '') return inputs.filter((input) => input.name !== name);
  if (!inputs.some((input) => input.name === name)) return [...inputs, { name, value }];
  return inputs.map((input) => (input.name === name ? { name, value } : input));
}

/** Mappings of other names than these. */
export function otherInputs(inputs: readonly Mapping[], names: readonly string[]): readonly Mapping[] {
  return inputs.filter((input) => !names.includes(input.name));
}
