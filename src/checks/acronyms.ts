import * as z from 'zod';
import type { CheckEnvironment, CheckKind } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Block, Posting, Span } from '../contract/posting.ts';
import { SECTION_KINDS, type SectionKind } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { type Token, tokensOf } from '../words/tokens.ts';
import { fill, quoted, remark, speaks, touchesMasked } from './form/remarks.ts';

const fields = z.object({
  known: z.array(z.string().min(2)).min(1).describe('Abbreviations that need no explanation.'),
  few: z.int().min(0).describe('So many unexplained ones are fine.'),
  'except-in': z.array(z.enum(SECTION_KINDS)).default([]).describe('Sections that are left out.'),
  message: z.string().trim().min(1).describe('{match} is the first few of them, {count} how many there are.'),
});
export type AcronymsFields = z.infer<typeof fields>;
type AcronymsRule = Rule<AcronymsFields>;

/** Abbreviations in capitals that a posting never spells out: one remark for all of them, at the first. */
export const acronymsCheck: CheckKind<AcronymsFields> = {
  name: 'acronyms',
  summary: 'Abbreviations in capitals that are neither widely known nor spelled out in the posting.',
  fields,
  compile: (rules, environment) => {
    const compiled = rules.map((rule) => ({
      rule,
      known: new Set([...rule.known, ...environment.terms.flatMap(words)]),
      outside: new Set<SectionKind | undefined>(rule['except-in']),
    }));
    return { posting: (posting) => compiled.flatMap((each) => findings(each, posting, environment)) };
  },
};

interface Compiled {
  rule: AcronymsRule;
  known: ReadonlySet<string>;
  outside: ReadonlySet<SectionKind | undefined>;
}

function findings(
  { rule, known, outside }: Compiled,
  posting: Posting,
  { house }: CheckEnvironment,
): Finding[] {
  const found = new Map<string, Span>();
  const company = new Set(words(house.company?.name ?? ''));
  const blocks = posting.blocks.filter(
    ({ kind, section, language }) => kind !== 'heading' && !outside.has(section) && speaks(rule, language),
  );
  // Few postings have enough of them to look any closer.
  const capitals = new Set(blocks.flatMap(({ text }) => text.match(CANDIDATE) ?? []));
  if ([...capitals].filter((raw) => !known.has(singular(raw))).length <= rule.few) return [];
  for (const block of blocks) {
    for (const token of abbreviationsIn(block)) {
      const name = singular(token.raw);
      if (known.has(name) || company.has(name) || found.has(name)) continue;
      found.set(name, block.map.cover(token));
    }
  }
  if (found.size <= rule.few) return [];
  for (const name of found.keys()) if (isExplained(name, posting)) found.delete(name);
  const [first] = found.values();
  if (!first || found.size <= rule.few) return [];
  const names = [...found.keys()];
  const values = { match: quoted(names), count: names.length };
  return [remark(rule, first, fill(rule.message, values), [], { abbreviations: names })];
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

const CANDIDATE = /(?<![A-Za-z])[A-Z]{3,6}s?(?![A-Za-z])/g;
const ABBREVIATION = /^[A-Z]{3,6}s?$/;
const CAPITALS = /^[A-Z]{2,}$/;

/** Words of three to six capitals; not those of shouted lines and names, which stand beside others. */
function abbreviationsIn(block: Block): Token[] {
  const { text } = block;
  if (!/[A-Z]{3}/.test(text)) return [];
  const tokens = tokensOf(block);
  return tokens.filter((token, at) => {
    // Most words are as they stand in lower case.
    if (token.raw === token.norm || !ABBREVIATION.test(token.raw)) return false;
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    // *NIST 800-53*, *ABC-12*, *LI-RB*: parts of codes and names.
    if (isPart(before) || isPart(after) || after?.kind === 'number') return false;
    return (
      !CAPITALS.test(before?.raw ?? '') && !CAPITALS.test(after?.raw ?? '') && !touchesMasked(block, token)
    );
  });
}

function isPart(token: Token | undefined): boolean {
  return token !== undefined && /^[-–/&#@_+]$/.test(token.norm) && !token.spaceBefore;
}

/** *KPIs* and *KPI* are one. */
function singular(raw: string): string {
  return raw.endsWith('s') ? raw.slice(0, -1) : raw;
}

/**
 * Whether the posting spells it out, somewhere: beside it with one of the two in brackets, or by words with these
 * initials, small ones between them left out.
 */
function isExplained(name: string, { blocks }: Posting): boolean {
  const letters = name.toLowerCase();
  return blocks.some((block) => {
    const all = tokensOf(block);
    if (all.some((token, at) => singular(token.raw) === name && isGlossed(all, at))) return true;
    const tokens = all.filter(({ kind }) => kind === 'word');
    return tokens.some((_, at) => spells(tokens, at, letters));
  });
}

/** *Quay Exchange (QZX)*, *QZX (Quay Exchange)* */
function isGlossed(tokens: readonly Token[], at: number): boolean {
  const norm = (place: number) => tokens[place]?.norm;
  if (norm(at - 1) === '(' && norm(at + 1) === ')') return tokens[at - 2]?.kind === 'word';
  return norm(at + 1) === '(' && tokens[at + 2]?.kind === 'word' && tokens[at + 3]?.kind === 'word';
}

const SMALL = new Set(['of', 'and', 'for', 'the', 'in', 'to', 'on', 'a', 'de', 'la', 'by', 'with', 'at']);

function spells(tokens: readonly Token[], from: number, letters: string): boolean {
  let at = from;
  for (const letter of letters) {
    while (at > from && tokens[at]?.norm[0] !== letter && SMALL.has(tokens[at]?.norm ?? '')) at++;
    const token = tokens[at];
    if (token?.norm[0] !== letter || token.norm.length < 2) return false;
    at++;
  }
  return true;
}
