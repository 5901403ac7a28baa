import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(path.join(root, name), 'utf8')) as Record<string, string>;
const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
const source = readdirSync(path.join(root, 'src/client'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join(root, 'src/client', name), 'utf8'))
  .join('\n');

/** What a person fills in must be in both, whatever its order. */
const places = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(([place]) => place).sort();

describe('messages of the extension', () => {
  const messages = new Set(
    [...source.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1] ?? ''),
  );
  const german = read('l10n/bundle.l10n.de.json');

  it('are all translated, and nothing else is', () => {
    expect(messages.size).toBeGreaterThan(50);
    expect(Object.keys(german).sort()).toEqual([...messages].sort());
  });

  it('keep their places in the translation', () => {
    const wrong = Object.entries(german).filter(([from, to]) => String(places(from)) !== String(places(to)));
    expect(wrong).toEqual([]);
  });

  it('are written out where they are asked for, so that they can be found', () => {
    expect([...source.matchAll(/(?<!l10n\.)\bt\(\s*(?!')\S+/g)].map(([call]) => call)).toEqual([]);
  });
});

describe('texts of the manifest', () => {
  const english = read('package.nls.json');
  const used = new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? ''));

  it('are all there, in both languages', () => {
    expect(Object.keys(english).sort()).toEqual([...used].sort());
    expect(Object.keys(read('package.nls.de.json')).sort()).toEqual([...used].sort());
  });

  it('lead to the same commands in both languages', () => {
    const commands = (texts: Record<string, string>) =>
      Object.entries(texts).map(([key, text]) => [key, text.match(/\(command:[^)]+\)/g)]);
    expect(commands(read('package.nls.de.json'))).toEqual(commands(english));
  });
});
