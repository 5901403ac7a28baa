import { existsSync } from 'node:fs';
import path from 'node:path';
import { createLinter, DEFAULT_CONFIG, type Linter } from '../../src/lint/index.ts';
import { corpusFiles, type Draft, draftsIn } from './files.ts';

/** What is found in drafts, one JSON object a line, so that a change of rules shows in a diff. */
export interface Snapshot {
  /** Below `test/snapshots/`. */
  file: string;
  /** Undefined when the drafts are not there. */
  text: string | undefined;
}

const FOLDERS = ['examples', 'test/fixtures/postings'];

/**
 * The snapshots as they come out now: of our own drafts with the passages, of the real postings without.
 *
 * @param project - folder of the checkout
 */
export function snapshots(project: string): Snapshot[] {
  // No day is given: the snapshots must not change with the calendar.
  const linter = createLinter(DEFAULT_CONFIG);
  const own = FOLDERS.flatMap((folder) => {
    const there = path.join(project, folder);
    const drafts = existsSync(there) ? draftsIn(there) : [];
    return drafts.map((draft) => ({ ...draft, name: `${folder}/${draft.name}` }));
  });
  const corpus = corpusFiles(project);
  return [
    { file: 'drafts.jsonl', text: lines(own.flatMap((draft) => passages(draft, linter))) },
    {
      file: 'corpus.jsonl',
      text: corpus.length > 0 ? lines(corpus.map((draft) => places(draft, linter))) : undefined,
    },
  ];
}

function passages({ name, format, text }: Draft, linter: Linter): unknown[] {
  const report = linter.lint(text, { path: name, format });
  const present = Object.entries(report.sections).flatMap(([kind, section]) =>
    section.present ? [`${kind} ${section.range.start.line}`] : [],
  );
  return [
    { file: name, language: report.language, present },
    ...report.findings.map(({ rule, severity, range, fixes }) => ({
      file: name,
      rule,
      at: `${range.start.line}:${range.start.column}`,
      severity,
      passage: text.slice(range.start.offset, range.end.offset),
      fix: fixes[0]?.edits.map((edit) => edit.text).join(' … '),
    })),
  ];
}

/**
 * A file's findings by rule, as `line:column`, and the sections that it has, from which those that it lacks follow. The
 * text itself stays out.
 */
function places({ name, format, text }: Draft, linter: Linter): unknown {
  const report = linter.lint(text, { path: name, format });
  const present = Object.entries(report.sections).flatMap(([kind, section]) =>
    section.present ? [kind] : [],
  );
  const found: Record<string, string> = {};
  for (const { rule, range } of report.findings) {
    if (rule.startsWith('sections/')) continue;
    const at = `${range.start.line}:${range.start.column}`;
    found[rule] = rule in found ? `${found[rule]} ${at}` : at;
  }
  const sorted = Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1));
  return { file: name, present: present.join(' '), ...Object.fromEntries(sorted) };
}

function lines(entries: readonly unknown[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
