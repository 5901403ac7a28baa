import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

describe('what is generated', () => {
  it('is fresh', () => {
    const run = () =>
      execFileSync(process.execPath, ['scripts/generate.js', '--check'], {
        cwd: root,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(run()).toMatch(/fresh/);
  });
});

describe('documentation', () => {
  const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].concat(
    readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join('docs', name)),
  );

  it('has no dead link inside', () => {
    const dead: string[] = [];
    for (const page of pages) {
      const text = readFileSync(path.join(root, page), 'utf8').replace(/(`{3,})[\s\S]*?\1/g, '');
      for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(target) || target.startsWith('#')) continue;
        const file = path.join(root, path.dirname(page), decodeURIComponent(target.split('#')[0] ?? ''));
        if (!existsSync(file)) dead.push(`${page}: ${target}`);
      }
    }
    expect(pages.length).toBeGreaterThan(50);
    expect(dead).toEqual([]);
  });
});
