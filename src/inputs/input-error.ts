/** Something is wrong with a file that postings are read from. */
export class InputError extends Error {
  override name = 'InputError';
  /** Where, in UTF-16 code units of the file's text; undefined where the file as a whole is meant. */
  readonly offset: number | undefined;

  /** @param message - a sentence for the person who made or exported the file */
  constructor(message: string, offset?: number) {
    super(message);
    this.offset = offset;
  }
}
