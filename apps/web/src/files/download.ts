/** Hands a text to the person as a file. */
export function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the blob only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A file name from a model's name: no characters that a file system refuses. */
export function fileName(name: string, extension: string): string {
  const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();
  return `${safe || 'process'}.${extension}`;
}
