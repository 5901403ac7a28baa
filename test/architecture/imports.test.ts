import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const src = path.resolve(import.meta.dirname, '../../src');

/** Each folder and the folders it may import from, besides itself. */
const ALLOWED: Record<string, readonly string[]> = {
  contract: [],
  words: ['contract'],
  posting: ['contract', 'words'],
  checks: ['contract', 'words', 'posting'],
  catalog: ['contract', 'words', 'posting', 'checks'],
  lint: ['contract', 'words', 'posting', 'checks', 'catalog'],
  project: ['contract', 'words', 'posting', 'checks', 'catalog', 'lint'],
  config: ['contract', 'words'],
  report: ['contract'],
  protocol: ['contract'],
  service: ['contract', 'words', 'posting', 'checks', 'catalog', 'lint', 'project', 'config', 'protocol'],
  server: ['contract', 'catalog', 'lint', 'config', 'protocol', 'service'],
  inputs: ['contract', 'config', 'lint'],
  api: ['contract', 'posting', 'catalog', 'lint', 'config', 'report'],
  mcp: ['contract', 'posting', 'catalog', 'lint', 'config', 'checks', 'report'],
  // Of the service only what takes no rules along: the extension's own bundle is loaded before anything is to do.
  client: ['contract', 'protocol', 'service'],
  cli: [
    'contract',
    'words',
    'posting',
    'catalog',
    'lint',
    'project',
    'config',
    'report',
    'inputs',
    'mcp',
    'server',
    'service',
  ],
};

const PURE = new Set([
  'contract',
  'words',
  'posting',
  'checks',
  'catalog',
  'lint',
  'project',
  'config',
  'report',
  'protocol',
  'service',
]);

/** Reaching for these would tie the engine to one place to run in, or make it depend on more than its input. */
const IMPURE = [
  /\bprocess\./,
  /\bDate\.now\b/,
  /\bnew Date\(\)/,
  /\bperformance\./,
  /\bMath\.random\b/,
  /\bdocument\.(?:body|createElement|querySelector)/,
  /\bwindow\./,
  /\brequire\(/,
];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => ({
    name: name.split(path.sep).join('/'),
    text: readFileSync(path.join(src, name), 'utf8'),
  }));

function importsOf(text: string): string[] {
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

describe('folders of src', () => {
  it('are all known', () => {
    const folders = new Set(
      files.map(({ name }) => name.split('/')[0]).filter((part) => !part?.endsWith('.ts')),
    );
    expect([...folders].filter((folder) => !(String(folder) in ALLOWED))).toEqual([]);
    expect(files.length).toBeGreaterThan(20);
  });

  it('import only what stands above them', () => {
    const wrong: string[] = [];
    for (const { name, text } of files) {
      const folder = name.split('/')[0] ?? '';
      for (const specifier of importsOf(withoutComments(text))) {
        if (!specifier.startsWith('.')) continue;
        const target =
          path.posix.normalize(path.posix.join(path.posix.dirname(name), specifier)).split('/')[0] ?? '';
        // Out of src altogether: only data of a package that it does not export.
        if (target === '..' && specifier.includes('/node_modules/')) continue;
        if (target !== folder && !ALLOWED[folder]?.includes(target))
          wrong.push(`${name} imports ${specifier}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('leave the engine out of the extension and VS Code out of everything else', () => {
    const wrong: string[] = [];
    for (const { name, text } of files) {
      const folder = name.split('/')[0];
      for (const specifier of importsOf(withoutComments(text))) {
        if (specifier === 'vscode' && folder !== 'client') wrong.push(`${name} imports ${specifier}`);
        const heavy = /\/service\/(?!is-posting\.ts$|snippets\.ts$|uri\.ts$)/.test(specifier);
        if (folder === 'client' && heavy) wrong.push(`${name} imports ${specifier}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('that are pure use no Node module, clock, chance or page', () => {
    const wrong: string[] = [];
    for (const { name, text } of files) {
      if (!PURE.has(name.split('/')[0] ?? '')) continue;
      const code = withoutComments(text);
      for (const specifier of importsOf(code))
        if (specifier.startsWith('node:')) wrong.push(`${name} imports ${specifier}`);
      for (const pattern of IMPURE) if (pattern.test(code)) wrong.push(`${name}: ${pattern.source}`);
    }
    expect(wrong).toEqual([]);
  });
});
