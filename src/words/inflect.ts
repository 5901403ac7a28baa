import { IRREGULAR_ADJECTIVES } from './english/adjectives.ts';
import { INVARIANT, IRREGULAR_PLURALS, NOT_MAN, PEOPLE } from './english/nouns.ts';
import { DOUBLING, IRREGULAR_VERBS } from './english/verbs.ts';

/** Noun, verb, adjective: the marks of the pattern language. */
export type PartOfSpeech = 'n' | 'v' | 'a';

/**
 * `base`: singular of a noun, infinitive and present of a verb, positive of an adjective. `s`: *works*.
 * `past`: *worked, wrote*; `participle`: *written*, where it differs from the past.
 */
export type Form = 'base' | 'plural' | 's' | 'past' | 'participle' | 'ing' | 'er' | 'est';

const VOWELS = 'aeiou';
const isVowel = (letter: string | undefined) => letter !== undefined && VOWELS.includes(letter);

/** Groups of vowels, without a silent final e: near enough to syllables to tell *ship* from *travel*. */
function syllables(word: string): number {
  let count = 0;
  for (let at = 0; at < word.length; at++) {
    const vowel = isVowel(word[at]) || (word[at] === 'y' && at > 0);
    const after = isVowel(word[at - 1]) || (word[at - 1] === 'y' && at > 1);
    if (vowel && !after) count++;
  }
  if (count > 1 && /[^aeiouy]e$/.test(word) && !/[^aeiouy]le$/.test(word)) count--;
  return Math.max(count, 1);
}

/** One vowel between consonants at the end, the place where a consonant may be doubled; *qu* counts as a consonant. */
const endsShort = (word: string) => /(?:^|[^aeiou]|qu)[aeiouy][bcdfgklmnprstvz]$/.test(word);

const withS = (word: string): string => {
  if (/[^aeiou]y$|quy$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(word)) return /[^aeiou][aeiou]z$/.test(word) ? `${word}zes` : `${word}es`;
  return `${word}s`;
};

/** Plurals of a lower-case noun without hyphen, the preferred first. */
function plurals(word: string): readonly string[] {
  const irregular = IRREGULAR_PLURALS.get(word);
  if (irregular) return irregular;
  if (INVARIANT.has(word)) return [word];
  if (word.endsWith('man') && !NOT_MAN.has(word)) return [`${word.slice(0, -2)}en`];
  if (word.endsWith('person')) {
    const people = `${word.slice(0, -6)}people`;
    return PEOPLE.has(word) ? [people, `${word}s`] : [`${word}s`, people];
  }
  if (/(?:wife|child|life)$/.test(word)) {
    return [word.endsWith('child') ? `${word}ren` : `${word.slice(0, -2)}ves`];
  }
  if (/[^aeiou]sis$/.test(word) || /[aeiou]sis$/.test(word)) return [`${word.slice(0, -2)}es`];
  return [withS(word)];
}

/** The stems before -ed and -ing, the preferred first. */
function stems(verb: string, ing: boolean): readonly string[] {
  if (ing && verb.endsWith('ie')) return [`${verb.slice(0, -2)}y`];
  if (verb.endsWith('e') && !(ing && /(?:ee|oe|ye|inge|unge)$/.test(verb) && !/r[iu]nge$/.test(verb))) {
    const stem = verb.slice(0, -1);
    return ing && verb.endsWith('age') && syllables(verb) === 1 ? [stem, verb] : [stem];
  }
  if (verb.endsWith('c')) return [`${verb}k`];
  if (!endsShort(verb)) return [verb];
  const doubled = verb + verb.at(-1);
  if (syllables(verb) === 1 || DOUBLING.has(verb)) return [doubled];
  // Both spellings are met: labeled, labelled; focused, focussed; benefited, benefitted.
  return [verb, doubled];
}

function verbForms(verb: string, form: Form): readonly string[] {
  const irregular = IRREGULAR_VERBS.get(verb);
  switch (form) {
    case 's':
      if (verb === 'have') return ['has'];
      return /[^aeiou]o$/.test(verb) ? [`${verb}es`] : [withS(verb)];
    case 'past':
    case 'participle':
      if (irregular) return irregular[form];
      if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`];
      return stems(verb, false).map((stem) => `${stem}ed`);
    case 'ing':
      return stems(verb, true).map((stem) => `${stem}ing`);
    default:
      return [verb];
  }
}

function adjectiveForms(word: string, form: 'er' | 'est'): readonly string[] {
  const irregular = IRREGULAR_ADJECTIVES.get(word);
  if (irregular) return irregular[form === 'er' ? 0 : 1];
  const count = syllables(word);
  if (count > 2 || (count === 2 && !/(?:y|le|ow|er)$/.test(word))) return [];
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}i${form}`];
  if (word.endsWith('e')) return [word + form.slice(1)];
  return [(count === 1 && endsShort(word) ? word + word.at(-1) : word) + form];
}

const FORMS: Readonly<Record<PartOfSpeech, readonly Form[]>> = {
  n: ['base', 'plural'],
  v: ['base', 's', 'past', 'participle', 'ing'],
  a: ['base', 'er', 'est'],
};

/** All spellings of one form of a lower-case word, the preferred first; none where the word has no such form. */
function spellings(word: string, pos: PartOfSpeech, form: Form): readonly string[] {
  if (form === 'base') return [word];
  if (pos === 'v' && word === 'be') return BE[form] ?? [];
  const whole = pos === 'n' ? IRREGULAR_PLURALS.get(word) : undefined;
  if (whole) return whole;
  // Of 'rock-star' only the last part changes; of 're-write', 'pre-set' too.
  const cut = Math.max(word.lastIndexOf('-'), word.lastIndexOf(' ')) + 1;
  const head = word.slice(0, cut);
  const tail = word.slice(cut);
  if (tail === '') return [word];
  const made =
    pos === 'n'
      ? plurals(tail)
      : pos === 'v'
        ? verbForms(tail, form)
        : adjectiveForms(tail, form as 'er' | 'est');
  return head === '' ? made : made.map((end) => head + end);
}

const BE: Readonly<Partial<Record<Form, readonly string[]>>> = {
  s: ['is'],
  past: ['was', 'were'],
  participle: ['been'],
  ing: ['being'],
};

/**
 * Every form of a word with its name: American and British spellings, older plurals.
 *
 * @param word a single word as a dictionary has it; hyphens are allowed, case does not matter
 * @returns lower-case form → which it is; where two coincide the first of base, plural / base, s, past, participle,
 * ing / base, er, est
 */
export function forms(word: string, pos: PartOfSpeech): ReadonlyMap<string, Form> {
  const lower = word.toLowerCase();
  const all = new Map<string, Form>();
  for (const form of FORMS[pos]) {
    for (const spelling of spellings(lower, pos, form)) if (!all.has(spelling)) all.set(spelling, form);
  }
  if (pos === 'v' && lower === 'be') for (const present of ['am', 'are']) all.set(present, 'base');
  return all;
}

/** `word` with as much of it as `like` shares left as written: *Chair* + *chairs* → *Chairs*, *MAN* + *men* → *MEN*. */
function caseLike(like: string, lower: string): string {
  const original = like.toLowerCase();
  let same = 0;
  while (same < lower.length && original[same] === lower[same]) same++;
  const loud = like.length > 1 && like === like.toUpperCase() && like !== original;
  // 'VP' gives 'VPs', 'FOREMAN' gives 'FOREMEN': an acronym only has something added.
  const added = same === like.length && like.length <= 4;
  const rest = lower.slice(same);
  return like.slice(0, same) + (loud && !added ? rest.toUpperCase() : rest);
}

/**
 * One form of a word, in American spelling where they differ.
 *
 * @param word a word as a dictionary has it, or several of which the last changes; its capitals are kept
 * @param form a form of another part of speech (the plural of a verb) gives the word as it stands
 */
export function inflect(word: string, pos: PartOfSpeech, form: Form): string {
  if (form === 'base' || !FORMS[pos].includes(form)) return word;
  const made = spellings(word.toLowerCase(), pos, form)[0];
  if (made !== undefined) return caseLike(word, made);
  return pos === 'a' ? `${form === 'er' ? 'more' : 'most'} ${word}` : word;
}
