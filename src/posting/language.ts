import type { Region, RegionKind } from '../contract/posting.ts';
import { Sweep } from './sweep.ts';

/**
 * Words that sentences of a language cannot do without and that are long enough, or rare enough elsewhere, to tell it
 * apart. A word may vote for several languages; none is needed by a posting's subject.
 */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in is are for with you your we our will be that this as on by or an from have who at it their they can not what all if has more about other must may should would been do into which how',
  fr: 'le la les des et de du un une est sont pour avec vous votre vos nous notre nos dans sur par que qui ou au aux en ce cette ces il elle leur plus sera ainsi être avez ont pas dont afin chez l d et',
  de: 'der die das und ist sind für mit sie ihr ihre wir unser unsere zu von im in den dem des ein eine einen einer auf als bei oder auch nicht werden wird aus du dein deine dir dich uns sowie haben hast bist um zum zur an nach über durch fur uber',
  nl: 'de het een en van voor met je jouw we wij ons onze is zijn in op te dat die dit aan als bij of ook niet worden wordt naar om uit jij bent hebt heb ben u uw over door binnen',
  es: 'el la los las y de del un una es son para con tu tus su sus nos nuestro nuestra en por que se al como más o no lo ser será eres tiene tienes este esta también muy',
  pt: 'o a os as e de do da dos das um uma é são para com você seu sua nós nosso nossa em no na nos nas por que se ao como mais ou não ser será tem este esta também pela pelo voce nao sao',
  it: 'il lo la i gli le e di del della dei delle un una è sono per con tu tuo tua noi nostro nostra in nel nella su da che si al alla come più o non essere sarà sei questo anche',
  sv: 'och att det som en ett är för med du din dina vi vår våra i på av till den de har kommer inom eller hos om inte kan ska från dig oss ar for var pa fran samt',
  da: 'og at det som en et er for med du din dine vi vores i på af til den de har vil inden eller hos om ikke kan skal fra dig os på efter være blive',
  nb: 'og å det som en et er for med du din dine vi vår våre i på av til den de har vil innen eller hos om ikke kan skal fra deg oss etter være bli',
  fi: 'ja on että joka sekä tai ovat me sinä sinun meillä kanssa ole myös olet jossa kuin mutta olemme työ',
  pl: 'i w na z do oraz się jest są dla nie że od po jak lub za przez ze co o twoje nasze my ty mamy',
  cs: 'a v na se je pro s do z k že jako ve nebo za od jsou co by ale už pokud naše tvé',
};
/** What is spoken where the letters are not Latin; the first range in which a character falls decides. */
const SCRIPTS: readonly (readonly [number, number, string])[] = [
  [0x370, 0x3ff, 'el'],
  [0x400, 0x52f, 'ru'],
  [0x590, 0x5ff, 'he'],
  [0x600, 0x6ff, 'ar'],
  [0x900, 0x97f, 'hi'],
  [0xe00, 0xe7f, 'th'],
  [0x3040, 0x30ff, 'ja'],
  [0x3400, 0x9fff, 'zh'],
  [0xac00, 0xd7af, 'ko'],
];

const LANGUAGES = [...Object.keys(FUNCTION_WORDS), ...SCRIPTS.map(([, , language]) => language), 'uk'];
const ENGLISH = LANGUAGES.indexOf('en');
const UKRAINIAN = LANGUAGES.indexOf('uk');
const FIRST_SCRIPT = Object.keys(FUNCTION_WORDS).length;

/** Word → the languages it votes for. Words of few languages weigh more. */
const VOTES = new Map<string, readonly number[]>();
for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
  for (const word of new Set(words.split(' '))) {
    // Single letters are initials and units as often as words.
    if (/^[a-z]$/.test(word)) continue;
    VOTES.set(word, [...(VOTES.get(word) ?? []), LANGUAGES.indexOf(language)]);
  }
}

const LONGEST_WORD = 8;
const LETTERS = 26;
/** For every pair of first and last letter of such a word, the bits of the lengths it has; others need no look-up. */
const SHAPES = new Uint16Array(LETTERS * LETTERS);
for (const word of VOTES.keys()) {
  const shape = shapeOf(word, 0, word.length);
  if (shape >= 0) SHAPES[shape]! |= 1 << word.length;
}

/** Index of the pair of a word's first and last letter; -1 when one of them has an accent. */
function shapeOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start) - 97;
  const last = text.charCodeAt(end - 1) - 97;
  return first < 0 || first >= LETTERS || last < 0 || last >= LETTERS ? -1 : first * LETTERS + last;
}

function mayVote(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length > LONGEST_WORD) return false;
  const shape = shapeOf(text, start, end);
  return shape < 0 || (SHAPES[shape]! & (1 << length)) !== 0;
}

/** Fewer votes than this say nothing about a block. */
const ENOUGH = 2;
/** … and fewer than this only where the posting's own language has none. */
const FEW = 3;
/** By how much a language must lead the posting's own to be a block's. */
const LEAD = 1.5;

/** The primary subtag of a language tag, or undefined for what is none: `en-GB` → `en`, `English` → `en`. */
export function primarySubtag(tag: string | undefined): string | undefined {
  const clean = tag?.trim().toLowerCase();
  if (!clean) return undefined;
  const named = NAMES.get(clean);
  if (named) return named;
  const subtag = /^([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*$/.exec(clean)?.[1];
  return subtag ? (LONG_TAGS.get(subtag) ?? subtag) : undefined;
}

const LONG_TAGS: ReadonlyMap<string, string> = new Map([
  ['eng', 'en'],
  ['fra', 'fr'],
  ['fre', 'fr'],
  ['deu', 'de'],
  ['ger', 'de'],
  ['nld', 'nl'],
  ['dut', 'nl'],
  ['spa', 'es'],
  ['por', 'pt'],
  ['ita', 'it'],
  ['swe', 'sv'],
  ['no', 'nb'],
]);
const NAMES: ReadonlyMap<string, string> = new Map([
  ['english', 'en'],
  ['french', 'fr'],
  ['français', 'fr'],
  ['german', 'de'],
  ['deutsch', 'de'],
  ['dutch', 'nl'],
  ['nederlands', 'nl'],
  ['spanish', 'es'],
  ['español', 'es'],
  ['portuguese', 'pt'],
  ['português', 'pt'],
  ['italian', 'it'],
  ['italiano', 'it'],
]);

const NO_LANGUAGE: ReadonlySet<RegionKind> = new Set<RegionKind>(['url', 'email', 'code', 'placeholder']);

interface Tally {
  votes: number[];
  voted: number;
}

/** Judges the language of a posting's blocks together: short ones read as their neighbours do. */
export class LanguageCounter {
  readonly #tallies: Tally[] = [];

  /**
   * Adds the next block's text; returns its number of words.
   *
   * @param regions those of the block; addresses, code and placeholders are words but of no language
   */
  add(text: string, regions: readonly Region[]): number {
    const silent = regions.length > 0 ? new Sweep(regions, NO_LANGUAGE) : undefined;
    const tally: Tally = { votes: new Array<number>(LANGUAGES.length).fill(0), voted: 0 };
    this.#tallies.push(tally);
    const lower = text.toLowerCase();
    let words = 0;
    let counted = false;
    for (let at = 0; at < lower.length; ) {
      const code = lower.charCodeAt(at);
      if (isSpace(code)) {
        counted = false;
        at++;
        continue;
      }
      if (!isLetter(code)) {
        if (!counted && code >= 48 && code <= 57) {
          words++;
          counted = true;
        }
        at++;
        continue;
      }
      if (!counted) {
        words++;
        counted = true;
      }
      const start = at;
      while (at < lower.length && isLetter(lower.charCodeAt(at))) at++;
      if (silent?.covers({ start, end: at })) continue;
      if (code >= 0x370) voteByScript(tally, lower, start, at);
      else if (mayVote(lower, start, at)) voteByWord(tally, lower.slice(start, at));
    }
    return words;
  }

  /** The languages of all blocks added, and that of most of their text. */
  judge(): { blocks: string[]; whole: string } {
    const total = new Array<number>(LANGUAGES.length).fill(0);
    for (const { votes } of this.#tallies) for (let i = 0; i < total.length; i++) total[i]! += votes[i]!;
    const best = leader(total);
    const whole = total[best]! >= ENOUGH && total[best]! > total[ENGLISH]! ? best : ENGLISH;
    const own = this.#tallies.map((tally) => judgeBlock(tally, whole));
    let last = -1;
    const next = new Array<number>(own.length).fill(-1);
    for (let i = own.length - 1, seen = -1; i >= 0; i--) {
      if (own[i]! >= 0) seen = own[i]!;
      next[i] = seen;
    }
    const blocks = own.map((language, i) => {
      if (language >= 0) {
        last = language;
        return LANGUAGES[language]!;
      }
      // Between two blocks of another language, a short one is of that language too.
      return LANGUAGES[last === next[i] && last >= 0 ? last : whole]!;
    });
    return { blocks, whole: LANGUAGES[whole]! };
  }
}

/** -1: cannot be told. */
function judgeBlock({ votes, voted }: Tally, whole: number): number {
  if (voted < ENOUGH) return -1;
  const best = leader(votes);
  if (votes[best]! < ENOUGH) return -1;
  if (best === whole) return best;
  // A foreign phrase in an English sentence is no foreign block.
  if (votes[best]! < FEW && (votes[whole]! > 0 || votes[ENGLISH]! > 0)) return -1;
  const close = votes[best]! < votes[whole]! * LEAD || votes[best]! < votes[ENGLISH]! * LEAD;
  return close ? -1 : best;
}

function leader(votes: readonly number[]): number {
  let best = ENGLISH;
  for (let i = 0; i < votes.length; i++) if (votes[i]! > votes[best]!) best = i;
  return best;
}

function voteByWord(tally: Tally, word: string): void {
  const languages = VOTES.get(word);
  if (!languages) return;
  tally.voted++;
  const weight = languages.length === 1 ? 1 : languages.length === 2 ? 0.6 : 0.35;
  for (const language of languages) tally.votes[language]! += weight;
}

function voteByScript(tally: Tally, text: string, start: number, end: number): void {
  const code = text.charCodeAt(start);
  for (let i = 0; i < SCRIPTS.length; i++) {
    const [from, to] = SCRIPTS[i]!;
    if (code < from || code > to) continue;
    tally.voted++;
    // Chinese and Japanese write no spaces; a run of characters is many words.
    tally.votes[FIRST_SCRIPT + i]! += code >= 0x3040 && code < 0xac00 ? Math.ceil((end - start) / 3) : 1;
    if (SCRIPTS[i]![2] === 'ru' && /[іїєґ]/.test(text.slice(start, end))) tally.votes[UKRAINIAN]! += 3;
    return;
  }
}

function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 0xc0 &&
      code !== 0xd7 &&
      code !== 0xf7 &&
      (code < 0x2000 || code > 0x2bff) &&
      (code < 0x3000 || code > 0x303f) &&
      (code < 0xd800 || code > 0xf8ff) &&
      code < 0xfe00)
  );
}

function isSpace(code: number): boolean {
  return code === 32 || code === 160 || (code >= 9 && code <= 13);
}
