import type { Span } from '../contract/posting.ts';

/** One mistake in a configuration. */
export interface ConfigMistake {
  /** Of the file, absolute, with `/`. */
  file: string;
  /** From 1; columns in UTF-16 code units. */
  line: number;
  column: number;
  /** In the file's text. */
  span: Span;
  /** What is wrong, what is expected, and the nearest known name. */
  message: string;
}

/** A configuration that cannot be used, with every mistake that was found in it and in what it extends. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly mistakes: readonly ConfigMistake[];

  constructor(mistakes: readonly ConfigMistake[]) {
    super(
      mistakes.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n'),
    );
    this.mistakes = mistakes;
  }
}
