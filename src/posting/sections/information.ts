import { tokenize } from '../../words/tokens.ts';
import type { Read } from './conditions.ts';
import type { CueFinder } from './cues.ts';
import { labelOf } from './outline.ts';

/** Words that add nothing to a vague one: *we offer a competitive salary*. */
const FILLERS = new Set(
  (
    'a an the and or plus with we us our you your i is are be as of to for in on at by offer offers offered provide salary pay ' +
    'compensation package benefits benefit wage rate location date range more etc this that role position job some ' +
    'including include + within will may can also und oder et ou en'
  ).split(' '),
);

const FEWEST_WORDS = 5;
/** A block of more tokens than this says something. */
const LONGEST_VAGUE = 40;

/** `[City, country]`: words in brackets that wait to be filled in; not `[m/w/d]`, a footnote or a ticked box. */
const GAP = /\[(?!\s*\p{L}\s*[/|])[^[\]\n]*\p{L}{3}[^[\]\n]*\]/u;

/** Whether something in a text is still to be filled in, or stands there only to fill the page. */
export function hasGap(text: string): boolean {
  return (text.includes('[') && GAP.test(text)) || text.includes('orem ipsum');
}

/** Whether a text is a sentence even without what is still to be filled in, as a statement without its names is. */
export function speaksBesideGaps(text: string): boolean {
  const words = text.replace(/\[[^[\]\n]*\]/g, ' ').match(/\p{L}{2,}/gu);
  return words !== null && words.length >= FEWEST_WORDS;
}

/**
 * Whether a block says anything beside its label: not only *to be discussed*, a placeholder, or nothing.
 */
export function isInformative({ block, tokens }: Pick<Read, 'block' | 'tokens'>, finder: CueFinder): boolean {
  if (hasGap(block.text)) return false;
  if (tokens.length > LONGEST_VAGUE) return true;
  const vague = finder.vague(tokens, block.text);
  const label = labelOf(block);
  const from = label?.end ?? 0;
  let empty = vague.some(({ first }) => tokens[first]!.start >= from);
  for (const region of block.regions) {
    if (region.start < from) continue;
    if (region.kind === 'url' || region.kind === 'email') return true;
    if (region.kind === 'placeholder') empty = true;
  }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.start < from || token.kind === 'punctuation' || token.kind === 'clitic') continue;
    if (vague.some(({ first, last }) => first <= at && at <= last)) continue;
    if (
      block.regions.some(
        ({ kind, start, end }) => kind === 'placeholder' && start <= token.start && token.start < end,
      )
    )
      continue;
    if (empty && FILLERS.has(token.norm)) continue;
    return true;
  }
  return false;
}

/** Whether a value of the front matter says anything. */
export function isInformativeValue(value: string, finder: CueFinder): boolean {
  if (hasGap(value) || /^\s*(?:null|~|-+|\?+)?\s*$/.test(value)) return false;
  const tokens = tokenize(value);
  const vague = finder.vague(tokens, value);
  return tokens.some(
    ({ kind, norm }, at) =>
      (kind === 'word' || kind === 'number') &&
      !vague.some(({ first, last }) => first <= at && at <= last) &&
      !(vague.length > 0 && FILLERS.has(norm)),
  );
}
