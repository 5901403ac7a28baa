import { describe, expect, it } from 'vitest';
import { ConfigError, ConfigResolver, type Files } from '../../src/config/index.ts';
import { createLinter } from '../../src/lint/index.ts';
import { KNOWN } from '../../src/lint/known.ts';

const SYNERGY = `check: phrases
severity: warning
summary: Synergy
why: Nobody knows what it means.
evidence: convention
message: Say what “{match}” stands for.
phrases:
  - synergy/n
examples:
  catch: [Synergies matter.]
  pass: [Energy matters.]
`;

/** Files that stand nowhere but here, with folders. */
function memory(texts: Record<string, string>): Files {
  return {
    read: (path) => texts[path],
    list(folder) {
      const inside = Object.keys(texts).filter((path) => path.startsWith(`${folder}/`));
      return inside.length > 0
        ? inside.filter((path) => !path.slice(folder.length).includes('/node_modules/'))
        : undefined;
    },
  };
}

const load = (texts: Record<string, string>, files = memory(texts)) =>
  new ConfigResolver(files, { known: KNOWN }).forFile('/w/job.md');

async function mistakes(texts: Record<string, string>, files?: Files): Promise<string[]> {
  try {
    await load(texts, files);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.mistakes.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
  }
  return [];
}

const CONFIG = '/w/.posting-lint.yml';

describe('rules of a house', () => {
  it.each([
    ['a file', 'houseRules: own/style/synergy.yml', '/w/own/style/synergy.yml'],
    ['a folder', 'houseRules: [own]', '/w/own/style/synergy.yml'],
    ['a folder elsewhere', 'houseRules: [../shared/]', '/shared/style/synergy.yml'],
    ['a package', 'houseRules: [posting-rules]', '/w/node_modules/posting-rules/rules/style/synergy.yml'],
    [
      'a package of a scope, further up',
      'houseRules: ["@ours/rules"]',
      '/node_modules/@ours/rules/style/synergy.yml',
    ],
  ])('may stand in %s', async (_, config, file) => {
    const { config: found, sources } = await load({
      [CONFIG]: config,
      [file]: SYNERGY,
      '/w/own/README.md': '',
    });
    expect(found.houseRules?.map(({ id }) => id)).toEqual(['style/synergy']);
    expect(sources).toEqual([file, CONFIG]);
    const linter = createLinter(found);
    const { findings } = linter.lint('# Baker\n\nThe synergies of bread.\n', {
      path: 'a',
      format: 'markdown',
    });
    expect(findings.find(({ rule }) => rule === 'style/synergy')?.message).toBe(
      'Say what “synergies” stands for.',
    );
  });

  it('are rules like others: levels, extends, and in place of a built-in one', async () => {
    const { config } = await load({
      [CONFIG]:
        'extends: ./base.yml\nrules: {style/synergy: error}\noverrides: [{files: a/**, rules: {style/synergy: off}}]',
      '/w/base.yml': 'houseRules: [base]',
      '/w/base/style/synergy.yml': SYNERGY,
      '/w/base/style/jargon.yml': SYNERGY.replace('synergy/n', 'crumb/n'),
    });
    const linter = createLinter(config);
    const { findings } = linter.lint('# Baker\n\nLeverage the synergy of crumbs.\n', {
      path: 'a',
      format: 'markdown',
    });
    const own = findings.filter(({ rule }) => rule === 'style/synergy' || rule === 'style/jargon');
    expect(own.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'style/synergy error',
      'style/jargon warning',
    ]);
  });

  it('with mistakes are told with their place in their own file', async () => {
    const at = '/w/own/style/synergy.yml';
    const told = (text: string) =>
      mistakes({ [CONFIG]: 'houseRules: own\nrules: {style/synergy: off}', [at]: text });
    expect(await told(SYNERGY)).toEqual([]);
    expect(await told(SYNERGY.replace('summary', 'sumary'))).toEqual([
      `${at}:3:1 unknown key “sumary”; did you mean “summary”?`,
      `${at}:1:1 “summary” is missing`,
    ]);
    expect(await told(SYNERGY.replace('synergy/n', '(synergy'))).toEqual([
      expect.stringMatching(/^\/w\/own\/style\/synergy\.yml:8:5 .*\(at character \d+ of the pattern\)$/),
    ]);
    expect(await told(SYNERGY.replace('phrases:', 'phrases: ['))).toEqual([
      expect.stringMatching(/^\/w\/own\/style\/synergy\.yml:\d+:\d+ ./),
    ]);
  });

  it.each([
    ['houseRules: gone.yml', `${CONFIG}:1:13 “gone.yml” cannot be read: there is no /w/gone.yml.`],
    [
      'houseRules: [own, gone]',
      `${CONFIG}:1:19 “gone” cannot be read: there is no /w/gone, nor a package of this name in node_modules.`,
    ],
    [
      'houseRules: [./empty]',
      `${CONFIG}:1:14 “./empty” has no rules in it. A rule is a file in a folder named after its category, such as ./empty/style/synergy.yml.`,
    ],
    [
      'houseRules: {a: b}',
      `${CONFIG}:1:13 “houseRules” must be a path or a package, or a list of these; here it is a mapping.`,
    ],
    [
      'houseRules: own\nrules: {style/synery: off}',
      `${CONFIG}:2:9 Unknown rule “style/synery”. Did you mean “style/synergy”?`,
    ],
  ])('%s is a mistake', async (config, told) => {
    const texts = { [CONFIG]: config, '/w/own/style/synergy.yml': SYNERGY, '/w/empty/synergy.yml': SYNERGY };
    expect(await mistakes(texts)).toEqual([told]);
  });

  it('cannot be found in folders where folders cannot be listed', async () => {
    const texts = { [CONFIG]: 'houseRules: [own]', '/w/own/style/synergy.yml': SYNERGY };
    expect(await mistakes(texts, { read: memory(texts).read })).toEqual([
      `${CONFIG}:1:14 “own” is a folder, which cannot be looked into here. Name its files one by one.`,
    ]);
  });
});
