import { ConfigError, ConfigResolver, type Files, type ResolverOptions } from '../../src/config/index.ts';

export const KNOWN = {
  rules: ['age/recent-graduate', 'age/young', 'gender/pronouns', 'sections/benefits', 'style/spaces'],
};

/** Files that stand nowhere but here, by absolute path. */
export function memory(
  texts: Record<string, string>,
): Files & { read: (path: string) => string | undefined; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    read(path) {
      asked.push(path);
      return texts[path];
    },
  };
}

export function resolver(
  texts: Record<string, string>,
  options: Partial<ResolverOptions> = {},
): ConfigResolver {
  return new ConfigResolver(memory(texts), { known: KNOWN, ...options });
}

/** What is wrong with `/w/.posting-lint.yml`, as `line:column message`; other files with their name before. */
export async function mistakes(text: string, others: Record<string, string> = {}): Promise<string[]> {
  const name = '/w/.posting-lint.yml';
  try {
    await resolver({ [name]: text, ...others }).forFile('/w/job.md');
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.mistakes.map(
      ({ file, line, column, message }) => `${file === name ? '' : `${file}:`}${line}:${column} ${message}`,
    );
  }
  return [];
}
