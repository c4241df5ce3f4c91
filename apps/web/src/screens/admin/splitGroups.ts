/** Group names from one line; a Chinese comma separates as well, and a name counts once. */
export function splitGroups(line: string): string[] {
  return [
    ...new Set(
      line
        .split(/[,，、;；]/)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  ];
}
