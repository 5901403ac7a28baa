import path from 'node:path';
import { gradeText } from '../catalog/rule-page.ts';
import { unknownRule } from '../config/index.ts';
import { CATEGORIES } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { printable, wrap } from '../report/index.ts';
import { type Arguments, UsageError } from './arguments.ts';
import type { Engine } from './engine.ts';
import { toSlash } from './files/search.ts';
import { EXIT, type Io } from './io.ts';
import { paintFor } from './paint.ts';
import { Setup } from './setup.ts';

/** `posting-lint rules`: every rule with the level it has for a file of this folder. */
export async function rulesCommand(args: Arguments, engine: Engine, io: Io): Promise<number> {
  const [, wanted, extra] = args.positionals;
  if (extra !== undefined) throw new UsageError('“posting-lint rules” takes one category at most.');
  if (wanted !== undefined && !(CATEGORIES as readonly string[]).includes(wanted)) {
    throw new UsageError(`There is no category “${wanted}”. Known are ${CATEGORIES.join(', ')}.`);
  }
  const setup = new Setup(engine, args, io);
  const { config } = await setup.resolver.forFile(toSlash(path.join(io.cwd, 'posting.md')));
  const rules = setup
    .linter(config)
    .rules()
    .filter(({ rule }) => wanted === undefined || rule.category === wanted);
  if (args.value('format') === 'json') {
    const list = rules.map(({ rule, level }) => ({ ...describe(rule), level }));
    io.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
    return EXIT.fine;
  }
  const paint = paintFor(args, io);
  const column = Math.max(...rules.map(({ rule }) => rule.id.length), 0);
  for (const { rule, level } of rules) {
    const shown = level === 'off' ? paint('quiet', level.padEnd(7)) : paint(level, level.padEnd(7));
    io.stdout.write(`${rule.id.padEnd(column)}  ${shown}  ${printable(rule.summary)}\n`);
  }
  return EXIT.fine;
}

/** `posting-lint explain RULE` */
export function explainCommand(args: Arguments, engine: Engine, io: Io): number {
  const names = args.positionals.slice(1);
  if (names.length === 0) throw new UsageError('Name a rule: posting-lint explain age/recent-graduate');
  const rules = names.map((name) => {
    const rule = engine.rules.get(name);
    if (!rule) throw new UsageError(unknownRule(name, { rules: [...engine.rules.keys()] }));
    return rule;
  });
  if (args.value('format') === 'json') {
    const list = rules.map(describe);
    io.stdout.write(`${JSON.stringify(list.length === 1 ? list[0] : list, null, 2)}\n`);
    return EXIT.fine;
  }
  const paint = paintFor(args, io);
  const width = Math.max(40, Math.min(io.stdout.columns ?? 80, 100));
  io.stdout.write(rules.map((rule) => explanation(rule, width, (text) => paint('strong', text))).join('\n'));
  return EXIT.fine;
}

function describe(rule: Rule) {
  const { id, category, check, severity, summary, why, limits, evidence, sources, languages, examples } =
    rule;
  const docs = `docs/rules/${id}.md`;
  return {
    id,
    category,
    check,
    default: severity,
    summary,
    why,
    limits,
    evidence,
    sources,
    languages,
    examples,
    docs,
  };
}

function explanation(rule: Rule, width: number, strong: (text: string) => string): string {
  const paragraph = (text: string) => wrap(text, width - 2).map((line) => `  ${line}`);
  const part = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [strong(title), ...lines, ''] : [];
  const caught = rule.examples.catch.map((example) =>
    typeof example === 'string' ? { text: example } : example,
  );
  const marked = caught.flatMap(({ text, fixed }) => [
    ...paragraph(text),
    ...(typeof fixed === 'string'
      ? wrap(fixed, width - 6).map((line, index) => (index === 0 ? `    → ${line}` : `      ${line}`))
      : []),
  ]);
  const lines = [
    `${strong(rule.id)} (${rule.severity})`,
    ...paragraph(rule.summary),
    '',
    ...part('Why', paragraph(rule.why)),
    ...part('Evidence', paragraph(gradeText(rule.evidence))),
    ...part('Limits', rule.limits ? paragraph(rule.limits) : []),
    ...part(
      'Sources',
      rule.sources.map(({ title, url }) => `  ${printable(title)}${url ? ` <${url}>` : ''}`),
    ),
    ...part('Marked', marked),
    ...part('Left alone', rule.examples.pass.flatMap(paragraph)),
    ...part('Set in .posting-lint.yml', [
      '  rules:',
      `    ${rule.id}: ${rule.severity === 'off' ? 'warning' : 'off'}`,
    ]),
    ...part('For one place in a draft', [
      `  <!-- posting-lint-disable-next-line ${rule.id} -- the reason -->`,
    ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
