/** A file as the server wants it: its bytes in base64, so that the server finds out the encoding. */
export interface ReadFile {
  readonly name: string;
  readonly content: string;
}

/** Reads files as base64. Throws when the browser can't read one of them. */
export function readFiles(files: readonly File[]): Promise<ReadFile[]> {
  return Promise.all(files.map(async (file) => ({ name: file.name, content: await base64Of(file) })));
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      // A data URL is "data:<type>;base64,<content>"; an empty file has no comma part.
      resolve((reader.result as string).split(',', 2)[1] ?? '');
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)));
    reader.readAsDataURL(file);
  });
}
