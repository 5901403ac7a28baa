import path from 'node:path';
import { ConfigError, type ConfigMistake, type KnownNames } from '../config/index.ts';
import { ruleFiles } from '../config/rule-files.ts';
import type { Rule } from '../contract/rule.ts';
import { createLinter, type Linter } from '../lint/index.ts';
import { EXAMPLE_CONFIG, type RuleTest, testsOf } from '../lint/test-rule.ts';
import { type Paint, printable } from '../report/index.ts';
import type { Arguments } from './arguments.ts';
import type { Engine } from './engine.ts';
import { exampleLinter } from './example-linter.ts';
import { FileError } from './files/errors.ts';
import { relativeTo } from './files/relative.ts';
import { toSlash } from './files/search.ts';
import { EXIT, type Io } from './io.ts';
import { paintFor } from './paint.ts';
import { onDisk, Setup } from './setup.ts';

interface RuleOfFile {
  rule: Rule;
  file: string;
}

/** `posting-lint test-rules [PATH…]`: does each rule of the house do what its examples say? */
export async function testRulesCommand(args: Arguments, engine: Engine, io: Io): Promise<number> {
  const known: KnownNames = { ...engine.known, rules: [...engine.rules.keys()] };
  const paths = args.positionals.slice(1);
  const found = paths.length > 0 ? await fromPaths(paths, known, io) : await fromConfig(args, engine, io);
  const houseRules = found.map(({ rule }) => rule);
  const config = { ...EXAMPLE_CONFIG, houseRules };
  const plain = createLinter(config);
  const paint = paintFor(args, io);
  let failed = 0;
  for (const { rule, file } of found) {
    const linter = await exampleLinter(rule, plain, config, known);
    const failures = failuresOf(testsOf(rule), linter);
    if (failures.length > 0) failed++;
    const verdict = failures.length === 0 ? paint('good', 'ok   ') : paint('error', 'fails');
    io.stdout.write(
      `${verdict}  ${rule.id}  ${paint('quiet', `${relativeTo(io.cwd, file)}: ${counts(rule)}`)}\n`,
    );
    for (const failure of failures) io.stdout.write(told(failure, paint));
  }
  const tested = found.length === 1 ? '1 rule tested' : `${found.length} rules tested`;
  io.stdout.write(
    failed === 0 ? `${tested}, all as their examples say.\n` : `${tested}, ${failed} with failures.\n`,
  );
  return failed === 0 ? EXIT.fine : EXIT.findings;
}

/** @throws {ConfigError} for mistakes in the files */
async function fromPaths(paths: readonly string[], known: KnownNames, io: Io): Promise<RuleOfFile[]> {
  const rules: RuleOfFile[] = [];
  const mistakes: ConfigMistake[] = [];
  for (const each of paths) {
    const listed = await ruleFiles(toSlash(path.resolve(io.cwd)), toSlash(each), onDisk);
    if ('message' in listed) throw new FileError(listed.message);
    for (const { file, text } of listed.files) {
      const reading = known.readRule?.(file, text);
      if (!reading) continue;
      if ('rule' in reading) rules.push({ rule: reading.rule, file });
      else
        for (const { line, column, offset, message } of reading.problems)
          mistakes.push({ file, line, column, span: { start: offset, end: offset + 1 }, message });
    }
  }
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return rules;
}

/** The rules of the configuration of this folder. */
async function fromConfig(args: Arguments, engine: Engine, io: Io): Promise<RuleOfFile[]> {
  const { resolver } = new Setup(engine, args, io);
  const { config, sources } = await resolver.forFile(toSlash(path.join(io.cwd, 'posting.md')));
  const rules = config.houseRules ?? [];
  if (rules.length === 0) {
    throw new FileError(
      'There are no rules to test: the configuration names none under houseRules. Or name a file or folder: posting-lint test-rules house-rules',
    );
  }
  return rules.map((rule) => {
    const file = sources.findLast((source) =>
      source.replace(/\.(?:ya?ml|json)$/i, '').endsWith(`/${rule.id}`),
    );
    return { rule, file: file ?? rule.id };
  });
}

interface Failure {
  test: RuleTest;
  messages: readonly string[];
}

function failuresOf(tests: readonly RuleTest[], linter: Linter): Failure[] {
  return tests
    .map((test) => ({ test, messages: test.run(linter) }))
    .filter(({ messages }) => messages.length > 0);
}

function counts({ examples }: Rule): string {
  return `${examples.catch.length} to catch, ${examples.pass.length} to leave alone`;
}

function told({ test, messages }: Failure, paint: Paint): string {
  const what = { examples: '', patterns: 'Patterns', catch: 'To catch', pass: 'To leave alone' }[test.kind];
  const example = test.kind === 'catch' || test.kind === 'pass' ? `: ${JSON.stringify(test.name)}` : '';
  const head = what === '' ? '' : `       ${paint('strong', what)}${printable(example)}\n`;
  return head + messages.map((message) => `         ${printable(message)}\n`).join('');
}
