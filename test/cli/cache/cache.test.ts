import { readdirSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Cache, cacheKey } from '../../../src/cli/cache/cache.ts';
import { fileReport } from '../../report/make.ts';
import { type Folder, folder } from '../harness.ts';

const bytes = (text: string) => Buffer.from(text);
const key = (text: string) => cacheKey('1', 'markdown', bytes(text));
const report = (name: string, words: number) => fileReport(name, [], { metrics: { words } });

function store(here: Folder, entries: Record<string, string>): void {
  const cache = new Cache(here.at('cache'));
  for (const [name, text] of Object.entries(entries)) {
    cache.get(here.at(name), key(text));
    cache.set(here.at(name), key(text), report(name, text.length));
  }
  expect(cache.finish()).toBeUndefined();
}

/** What is known of a text, in words. */
function known(here: Folder, name: string, text: string): number | undefined {
  const cache = new Cache(here.at('cache'));
  const words = cache.get(here.at(name), key(text))?.metrics.words;
  cache.close();
  return words;
}

describe('the cache', () => {
  it('knows reports again, wherever the text stands', () => {
    const here = folder({ 'a.md': 'x' });
    store(here, { 'a.md': 'some text', 'b.md': 'another' });
    expect(known(here, 'moved.md', 'some text')).toBe(9);
    expect(known(here, 'a.md', 'new text')).toBeUndefined();
    const cache = new Cache(here.at('cache'));
    expect(cache.get(here.at('a.md'), key('some text'))).not.toHaveProperty('path');
    cache.close();
    expect(readdirSync(here.path).sort()).toEqual(['a.md', 'cache']);
  });

  it('has another key for another text, format, configuration or version', () => {
    const keys = [
      cacheKey('1', 'markdown', bytes('a')),
      cacheKey('1', 'markdown', bytes('b')),
      cacheKey('1', 'text', bytes('a')),
      cacheKey('2', 'markdown', bytes('a')),
    ];
    expect(new Set(keys).size).toBe(4);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('keeps what is known of files that are there and were not looked at, and drops the rest', () => {
    const here = folder({ 'a.md': '', 'b.md': '' });
    store(here, { 'a.md': 'one', 'b.md': 'three', 'gone.md': 'seventh' });
    store(here, { 'a.md': 'other' });
    expect(known(here, 'b.md', 'three')).toBe(5);
    expect(known(here, 'a.md', 'other')).toBe(5);
    expect(known(here, 'a.md', 'one')).toBeUndefined();
    expect(known(here, 'gone.md', 'seventh')).toBeUndefined();
  });

  it('is left alone when there is nothing new', () => {
    const here = folder({ 'a.md': '' });
    store(here, { 'a.md': 'one' });
    const before = statSync(here.at('cache')).ino;
    const cache = new Cache(here.at('cache'));
    cache.get(here.at('a.md'), key('one'));
    expect(cache.finish()).toBeUndefined();
    expect(statSync(here.at('cache')).ino).toBe(before);
  });

  it.each([
    ['cut off', (here: Folder) => truncateSync(here.at('cache'), statSync(here.at('cache')).size - 7)],
    ['empty', (here: Folder) => here.write('cache', '')],
    ['something else', (here: Folder) => here.write('cache', 'x'.repeat(300))],
    [
      'damaged in the index',
      (here: Folder) => {
        const all = here.bytes('cache');
        all.fill(0, all.length - 70, all.length - 60);
        here.write('cache', all);
      },
    ],
    [
      'damaged in an entry',
      (here: Folder) => {
        const all = here.bytes('cache');
        all.fill(0, 40, 60);
        here.write('cache', all);
      },
    ],
  ])('that is %s counts for nothing, and is made anew', (_, damage) => {
    const here = folder({ 'a.md': '' });
    store(here, { 'a.md': 'one' });
    damage(here);
    expect(known(here, 'a.md', 'one')).toBeUndefined();
    store(here, { 'a.md': 'one' });
    expect(known(here, 'a.md', 'one')).toBe(3);
  });

  it('of two runs at once is that of the last', () => {
    const here = folder({ 'a.md': '', 'b.md': '' });
    store(here, { 'a.md': 'one' });
    const first = new Cache(here.at('cache'));
    const second = new Cache(here.at('cache'));
    first.set(here.at('b.md'), key('first'), report('b.md', 1));
    second.set(here.at('b.md'), key('second'), report('b.md', 2));
    expect([first.finish(), first.get(here.at('a.md'), 'none')]).toEqual([undefined, undefined]);
    expect(second.get(here.at('a.md'), key('one'))?.metrics.words).toBe(3);
    expect(second.finish()).toBeUndefined();
    expect(known(here, 'a.md', 'one')).toBe(3);
    expect(known(here, 'b.md', 'second')).toBe(2);
    expect(known(here, 'b.md', 'first')).toBeUndefined();
  });

  it('that is given up, or cannot be written, leaves nothing behind', () => {
    const here = folder({ 'a.md': '', file: '' });
    const cache = new Cache(here.at('cache'));
    cache.set(here.at('a.md'), key('one'), report('a.md', 1));
    cache.close();
    expect(readdirSync(here.path).sort()).toEqual(['a.md', 'file']);
    const nowhere = new Cache(path.join(here.path, 'file', 'cache'));
    nowhere.set(here.at('a.md'), key('one'), report('a.md', 1));
    expect(nowhere.finish()).toBe('A folder on the way there is a file.');
  });
});
