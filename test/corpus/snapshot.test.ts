import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { snapshots } from './snapshot.ts';

const project = path.resolve(import.meta.dirname, '../..');

describe('what is found', () => {
  const taken = snapshots(project);

  it.for(taken)('in $file is what it was', ({ file, text }, context) => {
    if (text === undefined) return context.skip('the real postings are not on this machine');
    const stored = path.join(project, 'test/snapshots', file);
    const before = existsSync(stored) ? readFileSync(stored, 'utf8').split('\n') : [];
    const now = text.split('\n');
    const told = new Set(before);
    const kept = new Set(now);
    // The whole files are long; the lines that differ say it all.
    const changes = {
      'new or changed': now.filter((line) => !told.has(line)).slice(0, 20),
      gone: before.filter((line) => !kept.has(line)).slice(0, 20),
    };
    expect(changes, 'read the changes, and if they are meant: npm run snapshots').toEqual({
      'new or changed': [],
      gone: [],
    });
  });
});
