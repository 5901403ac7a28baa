import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Engine, loadEngine } from '../../src/cli/engine.ts';
import type { Environment } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import type { Category, Level, ReportFinding, Safety, Severity } from '../../src/contract/report.ts';
import type { Rule } from '../../src/contract/rule.ts';
import type { LinterConfig } from '../../src/lint/index.ts';
import { Lines } from '../../src/lint/lines.ts';
import { fileReport } from '../report/make.ts';

interface Word {
  word: string;
  severity: Level;
  better?: string;
  safety?: Safety;
}

/** Rules that look for one word each, so that these tests are about the command and not about rules. */
const WORDS: Record<string, Word> = {
  'age/young': { word: 'young', severity: 'warning', better: 'keen' },
  'age/youth': { word: 'youth', severity: 'off' },
  'gender/guys': { word: 'guys', severity: 'error', better: 'people' },
  'style/spaces': { word: '  ', severity: 'info', better: ' ', safety: 'safe' },
};

const rules = new Map(
  Object.entries(WORDS).map(([id, { word, severity }]): [string, Rule] => [
    id,
    {
      id,
      category: id.split('/')[0] as Category,
      check: 'phrases',
      severity,
      summary: `Finds “${word}”`,
      why: `Because “${word}” leaves people out.`,
      limits: 'It is only a test.',
      evidence: 'guidance',
      sources: [{ title: 'A handbook', url: 'https://example.com/handbook' }],
      languages: ['en'],
      examples: { catch: [{ text: `So ${word} here.`, fixed: 'So nice here.' }], pass: ['So nice here.'] },
    },
  ]),
);

/** The configurations that linters were made for, since the last call of `posting`. */
export const made: LinterConfig[] = [];

const engine: Engine = {
  rules,
  createLinter(config) {
    made.push(config);
    const levelOf = ({ id, category, severity }: Rule): Level =>
      config.rules[id] ?? config.rules[category] ?? severity;
    return {
      house: config.house ?? {},
      rules: () => [...rules.values()].map((rule) => ({ rule, level: levelOf(rule) })),
      read: () => {
        throw new Error('not needed');
      },
      analyse: () => {
        throw new Error('not needed');
      },
      steps: () => {
        throw new Error('not needed');
      },
      lint(text, { path: name, format }) {
        if (text.includes('PANIC')) throw new TypeError('a mistake of ours');
        const lines = new Lines(text);
        const findings = [...rules.values()].flatMap((rule): ReportFinding[] => {
          const level = levelOf(rule);
          const { word, better, safety = 'suggestion' } = WORDS[rule.id]!;
          const start = text.indexOf(word);
          if (level === 'off' || start < 0 || config.terms.includes(word)) return [];
          const range = lines.range({ start, end: start + word.length });
          const fixes =
            better === undefined
              ? []
              : [{ title: `Replace with “${better}”`, safety, edits: [{ range, text: better }] }];
          const { id, category } = rule;
          const message = `“${word}” leaves people out.`;
          return [
            {
              rule: id,
              category,
              severity: level as Severity,
              message,
              range,
              fixes,
              docs: `docs/rules/${id}.md`,
              data: {},
            },
          ];
        });
        findings.sort((a, b) => a.range.start.offset - b.range.start.offset);
        return fileReport(name, findings, { format });
      },
    };
  },
};

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

export interface CallOptions {
  stdin?: string | Uint8Array;
  env?: Environment;
  isTTY?: boolean;
  columns?: number;
  /** With the real rules in place of those made up for tests. */
  real?: boolean;
  /** Folder below the temporary one that the command is called in. */
  cwd?: string;
}

/** A folder of its own for a test, with files; gone when the test is over. */
export function folder(files: Record<string, string | Uint8Array> = {}): Folder {
  const made = new Folder(files);
  onTestFinished(() => rmSync(made.path, { recursive: true, force: true }));
  return made;
}

export class Folder {
  readonly path: string;

  constructor(files: Record<string, string | Uint8Array> = {}) {
    this.path = mkdtempSync(path.join(tmpdir(), 'posting-lint-'));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string | Uint8Array): void {
    const file = this.at(name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  read(name: string): string {
    return this.bytes(name).toString('utf8');
  }

  bytes(name: string): Buffer {
    return readFileSync(this.at(name));
  }

  at(name: string): string {
    return path.join(this.path, name);
  }

  /** Calls the command in the folder, without a terminal. */
  async posting(argv: string[], options: CallOptions = {}): Promise<Outcome> {
    made.length = 0;
    const out: Outcome = { code: -1, stdout: '', stderr: '' };
    const sink = (stream: 'stdout' | 'stderr') => ({
      write: (text: string) => {
        out[stream] += text;
      },
      isTTY: options.isTTY,
      columns: options.columns,
    });
    async function* stdin() {
      if (options.stdin !== undefined) yield options.stdin;
    }
    const io = {
      stdin: stdin(),
      stdout: sink('stdout'),
      stderr: sink('stderr'),
      cwd: path.join(this.path, options.cwd ?? ''),
      env: options.env ?? {},
      now: () => new Date(2026, 10, 23, 23, 59),
    };
    out.code = await run(argv, io, options.real ? loadEngine : async () => engine);
    return out;
  }
}

/** The paths of a JSON report. */
export function paths({ stdout }: Outcome): string[] {
  return (JSON.parse(stdout) as { files: { path: string }[] }).files.map((file) => file.path);
}
