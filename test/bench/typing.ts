import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLinter, DEFAULT_CONFIG, type Linter } from '../../src/lint/index.ts';
import { diagnosticsOf, lintDocument } from '../../src/service/index.ts';

/** One change, as an editor sends it. */
interface Keystroke {
  offset: number;
  removed: number;
  text: string;
}

/** A posting of about 8 KB, of our examples' sections. */
export function longPosting(project: string): string {
  const nurse = readFileSync(path.join(project, 'examples/community-nurse.md'), 'utf8');
  const marketer = readFileSync(path.join(project, 'examples/growth-marketer.md'), 'utf8');
  let text = nurse;
  // What follows the title of others makes it longer; a posting has one title.
  for (let part = 0; text.length < 8000; part++)
    text += `\n\n${(part % 2 === 0 ? marketer : nurse).replace(/^# .*$/m, '')}`;
  return text.slice(0, text.lastIndexOf('\n', 8200) + 1);
}

/** What a person types: a sentence in a paragraph, a slip taken back, a new item, a new section with its heading. */
const TYPED = [
  { after: /^[A-Z][^\n]{80,}$/m, text: ' We look for a young and hungry rockstar who can cope with presure' },
  { after: /presure/, text: '\b\b\b\b\bressure, and who works well with others.' },
  { after: /^- .*$/m, text: '\n- You have a driving license and 5+ years of experience' },
  { after: /(?:^- .*\n)+(?=\n## )/m, text: '\n## What we offer\n\n- 28 days of leave and a pension\n' },
  { after: /^## .*$/m, text: '\n\nHe or she reports to the salesman in charge.' },
];

/** The session: every key press against the text that the one before left. */
export function typingSession(start: string): Keystroke[] {
  const keys: Keystroke[] = [];
  let text = start;
  for (const { after, text: typed } of TYPED) {
    const match = after.exec(text);
    if (!match) throw new Error(`There is no place for “${typed}”`);
    let at = match.index + match[0].length;
    for (const key of typed) {
      const erases = key === '\b';
      const offset = erases ? at - 1 : at;
      const keystroke = { offset, removed: erases ? 1 : 0, text: erases ? '' : key };
      keys.push(keystroke);
      text = text.slice(0, offset) + keystroke.text + text.slice(offset + keystroke.removed);
      at = offset + keystroke.text.length;
    }
  }
  return keys;
}

/** Milliseconds of one key press: by the clock, and of work, which other programs on the machine do not lengthen. */
export interface Cost {
  clock: number;
  work: number;
}

/**
 * What it costs from each key press to its diagnostics, ready to be sent: the change is made, the draft linted, the
 * findings turned into diagnostics and compared with those before.
 */
export function timeTyping(start: string, keys: readonly Keystroke[], linter: Linter): Cost[] {
  let document = TextDocument.create('file:///jobs/draft.md', 'markdown', 0, start);
  let sent = diagnose(document, linter);
  return keys.map(({ offset, removed, text }, index) => {
    const range = { start: document.positionAt(offset), end: document.positionAt(offset + removed) };
    const worked = process.cpuUsage();
    const started = performance.now();
    document = TextDocument.update(document, [{ range, text }], index + 1);
    const now = diagnose(document, linter);
    if (now !== sent) sent = now;
    const clock = performance.now() - started;
    const { user, system } = process.cpuUsage(worked);
    return { clock, work: (user + system) / 1000 };
  });
}

function diagnose(document: TextDocument, linter: Linter): string {
  const { uri, version, languageId } = document;
  const source = { uri, version, languageId, path: '/jobs/draft.md', text: document.getText() };
  return JSON.stringify(diagnosticsOf(lintDocument(source, linter), 'posting-lint:/rules/'));
}

const config = { ...DEFAULT_CONFIG, asOf: '2026-11-24' };

/** The server's linter. */
export function rememberingLinter(): Linter {
  return createLinter(config, { remember: true });
}

/** One that does all its work each time. */
export function forgetfulLinter(): Linter {
  return createLinter(config);
}
