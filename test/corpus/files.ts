import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Format } from '../../src/contract/report.ts';

/** A folder of real postings with a manifest, or where the variable says. Their texts are not ours to commit. */
const { POSTING_LINT_CORPUS = '../shared/corpus' } = process.env;

export interface Draft {
  /** Relative, with `/`. */
  name: string;
  format: Format;
  text: string;
  /** As the manifest of the corpus says; elsewhere undefined. */
  language: string | undefined;
}

/**
 * The real postings, in the order of their manifest; none when there is no such folder.
 *
 * @param project - folder of the checkout
 */
export function corpusFiles(project: string): Draft[] {
  const folder = path.resolve(project, POSTING_LINT_CORPUS);
  return existsSync(path.join(folder, 'manifest.json')) ? draftsIn(folder) : [];
}

/**
 * The drafts of a folder and those below, sorted by name; or the one file. Where a `manifest.json` names files and their
 * languages, these, and what stands beside it.
 *
 * @throws when there is no such folder or file
 */
export function draftsIn(folder: string): Draft[] {
  if (statSync(folder).isFile()) return [draft(path.dirname(folder), path.basename(folder), undefined)];
  const manifest = path.join(folder, 'manifest.json');
  if (existsSync(manifest)) {
    const entries = JSON.parse(readFileSync(manifest, 'utf8')) as { file: string; lang: string }[];
    const beside = readdirSync(folder)
      .filter((name) => isDraft(name) && !/^readme\./i.test(name))
      .sort();
    return [
      ...entries.map(({ file, lang }) => draft(folder, file, lang)),
      ...beside.map((name) => draft(folder, name, undefined)),
    ];
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter(isDraft)
    .sort()
    .map((name) => draft(folder, name, undefined));
}

function isDraft(name: string): boolean {
  return /\.(?:md|markdown|mdx|txt|html?)$/i.test(name);
}

function draft(folder: string, name: string, language: string | undefined): Draft {
  const format = /\.html?$/i.test(name) ? 'html' : /\.txt$/i.test(name) ? 'text' : 'markdown';
  return { name, format, text: readFileSync(path.join(folder, name), 'utf8'), language };
}
