import type { PartOfSpeech } from './inflect.ts';
import type { PatternNode, TokenNode } from './syntax.ts';
import { PatternError } from './syntax.ts';
import { type Token, tokenize } from './tokens.ts';

/** By far the most, and quick to tell. */
const PLAIN = /^([a-z]+)(?:\/([nva]))?$/;
/** Hyphenated lower-case words, which surely are one word when they are glued. */
const SIMPLE = /^[a-z]+(?:-[a-z]+)+$/;
const CLITICS = new Set(["'s", "'ll", "'re", "'ve", "'d", "'m", "n't", "'"]);

/** Marks that stand for all that look alike. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  '-': ['-', '–', '—', '−'],
  '"': ['"', '“', '”', '„', '«', '»'],
};

const token = (norm: string, tight = false): TokenNode => ({
  type: 'token',
  norms: [norm],
  exact: undefined,
  tight,
});

/** A punctuation mark as a word of its own. */
export const markNode = (mark: string): TokenNode => ({
  type: 'token',
  norms: ALIKE[mark] ?? [mark],
  exact: undefined,
  tight: false,
});

const sequence = (parts: PatternNode[]): PatternNode => ({ type: 'sequence', parts });

/**
 * One word of a pattern, as it stands between white space and brackets: plain, exact, inflected, hyphenated or with
 * an asterisk.
 *
 * @param offset - where it begins in the pattern, for mistakes
 * @throws {PatternError}
 */
export function parseWord(word: string, offset: number): PatternNode | PatternNode[] {
  const plain = PLAIN.exec(word);
  if (plain !== null) {
    const [, base = '', ending] = plain;
    return ending === undefined
      ? token(base)
      : { type: 'forms', base, pos: ending as PartOfSpeech, head: '' };
  }
  if (word.charCodeAt(0) === 61 && word.length > 1) return exact(word.slice(1), offset);
  const slash = word.lastIndexOf('/');
  const pos = slash < 0 ? undefined : partOfSpeech(word, slash, offset);
  const stem = slash < 0 ? word : word.slice(0, slash);
  const apostrophe = stem.replace(/[`´‘’ʼ]/g, "'").toLowerCase();
  if (CLITICS.has(apostrophe)) {
    if (pos !== undefined) throw new PatternError('An ending has no forms', offset);
    // The possessive ending of a plural in -s is the apostrophe alone.
    return {
      type: 'token',
      norms: apostrophe === "'s" ? ["'s", "'"] : [apostrophe],
      exact: undefined,
      tight: true,
    };
  }
  const pieces = stem.split(/[-\u2010\u2011]/);
  if (pieces.length > 1 && pieces.every((piece) => piece !== '')) return compound(stem, pieces, pos, offset);
  return piece(stem, pos, offset);
}

function partOfSpeech(word: string, slash: number, offset: number): PartOfSpeech {
  const suffix = word.slice(slash + 1);
  const stem = word.slice(0, slash);
  if (stem.includes('/') || !(suffix === 'n' || suffix === 'v' || suffix === 'a') || stem === '')
    throw new PatternError(
      `“/${suffix}” is no ending: /n, /v and /a are; write the mark “/” with a space on either side`,
      offset + slash,
    );
  return suffix;
}

/** A word without hyphens. */
function piece(stem: string, pos: PartOfSpeech | undefined, offset: number): PatternNode | PatternNode[] {
  if (PLAIN.test(stem)) return pos === undefined ? token(stem) : { type: 'forms', base: stem, pos, head: '' };
  if (stem.includes('*')) return glob(stem, pos, offset);
  const tokens = tokenize(stem);
  if (pos === undefined) return literal(tokens);
  const [only, ...more] = tokens;
  if (only === undefined || more.length > 0 || only.kind !== 'word')
    throw new PatternError(`“${stem}” has no forms: /n, /v and /a stand after a single word`, offset);
  return { type: 'forms', base: only.norm, pos, head: '' };
}

function literal(tokens: readonly Token[]): PatternNode | PatternNode[] {
  const parts = tokens.map(
    (each, index): PatternNode =>
      each.kind === 'punctuation' ? markNode(each.norm) : token(each.norm, index > 0),
  );
  return parts.length === 1 ? parts[0]! : parts;
}

function glob(stem: string, pos: PartOfSpeech | undefined, offset: number): PatternNode {
  const parts = stem.toLowerCase().split('*');
  const [head = '', middle = '', tail = ''] = parts.length === 2 ? [parts[0], '', parts[1]] : parts;
  if (pos !== undefined) throw new PatternError('“*” in a word already covers its forms', offset);
  if (parts.length > 3 || (parts.length === 3 && (head !== '' || tail !== '' || middle === '')))
    throw new PatternError('“*” stands at the beginning, the end, or once inside a word', offset);
  const letters = tokenize(head + middle + tail);
  if (
    head.length + middle.length + tail.length < 2 ||
    letters.length !== 1 ||
    letters[0]?.kind === 'punctuation'
  )
    throw new PatternError('“*” needs at least two letters of one word beside it', offset);
  return { type: 'glob', head, middle, tail };
}

function exact(word: string, offset: number): PatternNode | PatternNode[] {
  const tokens = tokenize(word);
  if (word.includes('*') || /\/[nva]$/.test(word))
    throw new PatternError('“=” asks for exactly this word: no “*” and no forms', offset);
  const parts = tokens.map((each, index): PatternNode => {
    const node: TokenNode = { type: 'token', norms: [each.norm], exact: each.raw, tight: index > 0 };
    // 'US' is also written 'U.S.'
    if (!/^[A-Z]{2,4}$/.test(each.raw)) return node;
    const dotted = `${[...each.raw].join('.')}.`;
    const norm = dotted.toLowerCase();
    const other: TokenNode = { type: 'token', norms: [norm], exact: dotted, tight: index > 0 };
    return { type: 'choice', group: 0, options: [node, other] };
  });
  return parts.length === 1 ? parts[0]! : parts;
}

/** `rock-star`: with hyphens, as words, or as one. */
function compound(
  stem: string,
  pieces: string[],
  pos: PartOfSpeech | undefined,
  offset: number,
): PatternNode {
  const parts: PatternNode[] = [];
  let numbers = true;
  pieces.forEach((text, index) => {
    const last = index === pieces.length - 1;
    const node = piece(text, last ? pos : undefined, offset);
    if (!/^\d/.test(text)) numbers = false;
    if (index > 0) parts.push({ type: 'optional', part: token('-', true) });
    if (Array.isArray(node)) parts.push(...node);
    else parts.push(node);
  });
  const apart = sequence(parts);
  // '3-5' is not '35', and 'on-site' glued is 'onsite', but what has other marks in it cannot be glued.
  if (numbers) return sequence(parts.map((part) => (part.type === 'optional' ? part.part : part)));
  const last = pieces[pieces.length - 1]!;
  const head = pieces.slice(0, -1).join('').toLowerCase();
  if (!SIMPLE.test(stem) && tokenize(stem.replace(/[-\u2010\u2011*]/g, '')).length !== 1) return apart;
  if (head.includes('*')) return apart;
  let joined: PatternNode;
  if (pos !== undefined) joined = { type: 'forms', base: last.toLowerCase(), pos, head };
  else if (last.includes('*')) {
    const whole = glob(stem.slice(stem.lastIndexOf('-') + 1), undefined, offset);
    if (whole.type !== 'glob' || whole.head === '') return apart;
    joined = { ...whole, head: head + whole.head };
  } else joined = token((head + last).toLowerCase());
  return { type: 'choice', group: 0, options: [joined, apart] };
}
