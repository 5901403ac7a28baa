import type { Region, RegionKind } from '../contract/posting.ts';
import { findAddresses } from './addresses.ts';
import { findQuotations } from './quotations.ts';
import { Sweep } from './sweep.ts';

const BOLD: ReadonlySet<RegionKind> = new Set<RegionKind>(['strong']);
const PLACEHOLDER: ReadonlySet<RegionKind> = new Set<RegionKind>(['placeholder']);

/** `[Company name]`, `[INSERT SALARY]`: brackets that wait to be filled in. */
const BRACKETS = /\[([^[\]\n]{2,60})\]/g;
const TO_FILL_IN =
  /^(?:insert|add|enter|fill|your|company|employer|name|job|role|position|city|location|date|amount|salary|pay|number|link|e-?mail|phone|address|department|team|placeholder|tbd|tbc|xx+|e\.g\.)\b/i;
const CAPITALS = /^[\p{Lu}\p{N}_][\p{Lu}\p{N}_ /&.-]*[\p{Lu}_]$/u;

/** Small words of a title; a run of capitalised words with one of these is hardly anything else. */
const MINOR = /^(?:of|the|a|an|and|in|on|at|to|for|from|with|by|or|nor|but|de|la|le|du|der|die|das|und|&)$/;
/** Endings of words for people: *Senior Engineer* is a job and no book. */
const PERSON =
  /(?:er|or|ist|ian|ant|ent|man|men|woman|women|person|people|lead|head|chef|nurse|clerk|ninja|guru|wizard|hero|rockstar|star)s?$/i;

/**
 * Adds the regions that are told by the text alone: addresses, quotations, titles of works, brackets to fill in.
 *
 * @param regions of the block so far; added to
 */
export function addRegions(text: string, regions: Region[], prose: boolean): void {
  addAddresses(text, regions);
  findQuotations(text, regions);
  if (text.includes('[')) {
    for (const match of text.matchAll(BRACKETS)) {
      const words = match[1]!.trim();
      if (!TO_FILL_IN.test(words) && !CAPITALS.test(words)) continue;
      regions.push({ kind: 'placeholder', start: match.index, end: match.index + match[0].length });
    }
  }
  if (!prose) return;
  const emphasised = regions.filter(({ kind }) => kind === 'emphasis');
  if (emphasised.length === 0) return;
  emphasised.sort((a, b) => a.start - b.start);
  const bold = new Sweep(regions, BOLD);
  for (const region of emphasised) {
    const { start, end } = region;
    // What begins a block, and what is bold besides, stands out for another reason.
    if (start === 0 || bold.covers(region)) continue;
    if (isWorkTitle(text.slice(start, end))) regions.push({ kind: 'work-title', start, end });
  }
}

/** `{{ page.org }}` holds no address. */
function addAddresses(text: string, regions: Region[]): void {
  const found: Region[] = [];
  findAddresses(text, found);
  const placeholders = new Sweep(regions, PLACEHOLDER);
  for (const address of found) if (!placeholders.covers(address)) regions.push(address);
}

/** Title Case of two words or more. */
export function isWorkTitle(phrase: string): boolean {
  if (phrase.length > 90 || /[:;!?]$/.test(phrase)) return false;
  const words = phrase.split(/[\s\u00A0]+/);
  if (words.length < 2) return false;
  let minor = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (/^["“‘'(]?[\p{Lu}\p{N}]/u.test(word)) continue;
    if (i === 0 || !MINOR.test(word)) return false;
    minor = true;
  }
  if (/^(?:The|A|An)$/.test(words[0]!)) minor = true;
  return minor || !PERSON.test(words.at(-1)!.replace(/[^\p{L}]+$/u, ''));
}
