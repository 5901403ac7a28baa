import type { SectionKind } from '../../contract/report.ts';
import { type PatternEnvironment, PatternSet } from '../../words/pattern.ts';
import { tokenize } from '../../words/tokens.ts';
import { bareWords } from '../vocabulary.ts';
import type { SectionDefinition } from './definition.ts';

/** What a heading or label announces. */
export interface Meaning {
  /** Kinds it names, the first being what its section is. */
  strong: readonly SectionKind[];
  /** Kinds whose information may stand there. */
  weak: readonly SectionKind[];
}

const NOTHING: Meaning = { strong: [], weak: [] };

interface Entry {
  kind: SectionKind;
  how: 'strong' | 'weak' | 'label';
}

/** Of kinds that claim the same words, the earlier is what the section is. */
const PRECEDENCE: readonly SectionKind[] = [
  'nice-to-have',
  'how-to-apply',
  'responsibilities',
  'requirements',
  'compensation',
  'employment-type',
  'benefits',
  'location',
];

const LONGEST = 120;
const MOST_WORDS = 14;
const MOST_REMEMBERED = 5_000;
/** Parts of a heading that names several things: *Salary & benefits*. */
const CONJUNCTION =
  /\s*(?:[&/+,;|·•]|\s[-–—]\s|(?<![\p{L}])(?:and|plus|und|et|en|y|e|och|og|sowie)(?![\p{L}]))\s*/iu;
/** Openings that do not change what a heading announces. */
const LEAD =
  /^(?:(?:and |so )?(?:this is|that is|that['’]s|here['’]s|here is|now for|das ist|voici|dit is|dit zijn)\s+)+/iu;
/** Endings that do not change what a heading announces: *at Alpine Ltd*, *(all genders)*. */
const ENDINGS: readonly RegExp[] = [
  /\s*\([^()]{1,60}\)\s*$/u,
  /\s+(?:at|@|with|bei|chez|bij|en)\s+(?:[\p{Lu}\d][\p{L}\p{N}.&'’-]*|us|uns|nous|ons|the|and|of|&)(?:\s+(?:[\p{Lu}\d][\p{L}\p{N}.&'’-]*|the|and|of|&))*$/u,
  /[,\s]+(?:in short|in brief|at a glance|briefly|in summary|so far|you ask|please|here|now|too|as well)$/iu,
  /\s+(?:for|in|of|as) (?:this|the|a|an|our|your) (?:[\p{L}-]+ ){0,3}[\p{L}-]+$/iu,
  /\s*[-–—:|]\s.*$/u,
];
const ABOUT =
  /^(?:(?:more |all |a (?:bit|little|word) |some(?:thing| words) )?about|über|à propos (?:de|du|des|d)|over|sobre|om)\s+\S/iu;
const ABOUT_ROLE =
  /\b(?:role|job|position|vacancy|opportunity|post|project|internship|programme|program|challenge|stelle|rolle|poste|functie|vacante)\b/iu;
const ABOUT_TEAM = /\b(?:teams?|department|division|unit|group|équipe|abteilung)\b/iu;
/** *What the stage manager calls* could be any verb in -s. */
const WHO_DOES = /^what (?:the|our|an?) (?:\S+ ){1,4}\p{Ll}{2,}s$/iu;
/** *You translate*, *What you teach*: any verb. */
const YOU_DO =
  /^(?:you|du|tu|je|jij|what you(?:['’]ll| will| would|['’]d)?(?: get to| be)?)\s+(?:also\s+)?\p{Ll}+(?:\s+\p{L}+){0,2}$/iu;

/** What no line ends in but one that goes on in the next. */
const OPEN_END =
  /^[^.!?,]{4,60}(?:['’]ll| will| must| should| should have| already have| would| ought to)$/iu;
/** A label that says what follows as a heading would: *What we hope you've got*. */
const ASKING = /^(?:(?:what|who|how|where) \S+ \S|about \p{Lu})/iu;
/** *You'll write*, *Under the chef's eye you will*: any verb but those of having and getting. */
const YOU_WILL =
  /^(?:you|du|tu|je)(?:['’](?:ll|d)| will| would)\s+(?!(?:also |soon |always )?(?:have|need|get|be|receive|earn|enjoy|love|like|bring|know|find|gain|join|see|thrive|fit|feel|want|benefit|hear|report|possess|require|hold)(?![\p{L}]))(?:also )?\p{Ll}+/iu;
const ENDS_IN_WILL =
  /^(?:[\p{L}'’-]+ ){0,6}?(?:you|your [\p{L} -]{3,30}|the [\p{L} -]{3,40}|he|she|they)(?:['’]ll| will| would)$/iu;
/** *To be a steward you must*. */
const ENDS_IN_MUST =
  /^(?:[\p{L}'’-]+ ){0,6}?(?:you|your [\p{L} -]{3,30}|the [\p{L} -]{3,40}|he|she|they) (?:must|should|need|needs|need to|ought to|have to)(?: already)?(?: be| have)?$/iu;
/** *What you have behind you*, *You'll come with*. */
const YOU_HAVE =
  /^(?:what )?you(?:['’]ll| will| would|['’]d| should| must)? (?:also |already )?(?:have|need(?! to (?!have|be|know|bring|show|hold))|bring|know|come with|hold|possess|own|are|be|show)(?![\p{L}])/iu;
/** *What you'll get to keep*. */
const YOU_GET =
  /^(?:what )?you(?:['’]ll| will| would|['’]d| can)? (?:also )?(?:get|gain|receive|enjoy|take home)(?! (?:to|up)(?![\p{L}]))(?![\p{L}])/iu;
/(?:^|\s)(?:you|the [\p{L} -]{3,40}|(?:he|she|they)) (?:must|should|need|needs|need to|ought to|have to)(?: be| have)?$/iu;
/** *You've written*. */
const YOU_HAVE_DONE =
  /^you(?:['’]ve| have)\s+(?:already |also |probably )?(?:\p{Ll}{2,}ed|\p{Ll}{2,}[td]en|made|done|built|run|led|taught|sold|kept|held|read|spent|won|shot|cut|dealt|met|sung|flown|grown|drawn|cooked)(?![\p{L}])/iu;
/** *We are Oakley Foods of Leicester*; not *We are hiring*. */
const WE_ARE =
  /^(?:we(?:['’]re| are)|meet|introducing|hello from|hi from|hi,? we(?:['’]re| are)|this is)\s+(?:the )?(?!(?:you|your|us|our|we|an?|the|it|not|here|now|open|equal|proud|committed|inclusive|different|for|on|in|at|all|one|more|\p{L}+ing|after|role|job|position|vacancy)(?![\p{L}]))\p{Lu}/u;

/** *What would I earn?*: the reader asks, and means what *what you would earn* means. */
const ASKED_BY_READER = /(?<![\p{L}])(?:I|me|my|I['’](?:d|ll|m))(?![\p{L}])/u;
/** Words that can be left out of a heading. */
const FILLERS = /\s+(?:else|exactly|actually|really|already|all day|then|yourself)(?![\p{L}])/giu;

/** The same heading in the words of one who speaks to the reader. */
function inOurVoice(words: string): string {
  return words
    .replace(/(?<![\p{L}])you(?![\p{L}])/giu, 'we')
    .replace(/(?<![\p{L}])your(?![\p{L}])/giu, 'our')
    .replace(/(?<![\p{L}])(would|will|can|could|should|must|may|might) I(?![\p{L}])/giu, 'you $1')
    .replace(/(?<![\p{L}])(?:am I|I['’]m)(?![\p{L}])/giu, 'you are')
    .replace(/(?<![\p{L}])(?:do )?I(?![\p{L}])/giu, 'you')
    .replace(/(?<![\p{L}])me(?![\p{L}])/giu, 'you')
    .replace(/(?<![\p{L}])my(?![\p{L}])/giu, 'your');
}

/** Knows what headings and labels mean. */
export class Vocabulary {
  readonly #whole: PatternSet<Entry>;
  readonly #mentions: PatternSet<SectionKind>;
  readonly #literal = new Map<string, SectionKind[]>();
  readonly #known = new Map<string, Meaning>();
  readonly #loose = new Map<string, Meaning>();
  readonly #labels = new Map<string, Meaning>();

  /** @throws {PatternError} for a pattern with a mistake */
  constructor(definitions: readonly SectionDefinition[], environment: PatternEnvironment) {
    const entries: { pattern: string; value: Entry }[] = [];
    const mentions: { pattern: string; value: SectionKind }[] = [];
    for (const definition of inPrecedence(definitions)) {
      const { section: kind, headings, weak, labels, mentions: within, literal } = definition;
      for (const text of literal ?? []) {
        const key = literalKey(text);
        this.#literal.set(key, [...(this.#literal.get(key) ?? []), kind]);
      }
      for (const pattern of headings ?? []) entries.push({ pattern, value: { kind, how: 'strong' } });
      for (const pattern of weak ?? []) entries.push({ pattern, value: { kind, how: 'weak' } });
      for (const pattern of labels ?? []) entries.push({ pattern, value: { kind, how: 'label' } });
      for (const pattern of within ?? []) mentions.push({ pattern, value: kind });
    }
    this.#whole = new PatternSet(entries, environment);
    this.#mentions = new PatternSet(mentions, environment);
  }

  /** What a line announces if it is a heading. Only words that are known as a whole count. */
  heading(text: string): Meaning {
    return remember(this.#known, text, () => {
      const known = this.#wholeOrParts(text, false);
      if (known !== NOTHING || !OPEN_END.test(text)) return known;
      return {
        strong: [/(?:['’]ll|will|would)$/i.test(text) ? 'responsibilities' : 'requirements'],
        weak: [],
      };
    });
  }

  /** What the words before a colon announce. */
  label(text: string): Meaning {
    return remember(this.#labels, text, () => {
      const known = this.#wholeOrParts(text, true);
      return known === NOTHING && ASKING.test(text) ? this.#open(bareWords(text)) : known;
    });
  }

  /** What a line that is a heading for sure announces; open forms and single telling words count, too. */
  certainHeading(text: string): Meaning {
    return remember(this.#loose, text, () => {
      const known = this.heading(text);
      if (known.strong.length + known.weak.length > 0) return known;
      return this.#open(
        bareWords(text)
          .replace(/[?!]+$/u, '')
          .trim(),
      );
    });
  }

  #wholeOrParts(text: string, label: boolean): Meaning {
    const own = this.#literal.size > 0 ? this.#literal.get(literalKey(text)) : undefined;
    if (!own) return this.#inWords(text, label);
    const { strong, weak } = this.#inWords(text, label);
    const all = new Set([...own, ...strong]);
    return { strong: [...all], weak: weak.filter((kind) => !all.has(kind)) };
  }

  #inWords(text: string, label: boolean): Meaning {
    const words = bareWords(text)
      .replace(/\s*[?!]+$/u, '')
      .replace(LEAD, '')
      .trim();
    if (words === '' || words.length > LONGEST) return NOTHING;
    const meaning = this.#asWritten(words, label);
    if (meaning !== NOTHING) return meaning;
    const ours = ASKED_BY_READER.test(words) ? inOurVoice(words) : words;
    const shorter = ours.replace(FILLERS, '');
    const asked = ours === words ? NOTHING : this.#asWritten(ours, label);
    return asked !== NOTHING || shorter === ours ? asked : this.#asWritten(shorter, label);
  }

  #asWritten(words: string, label: boolean): Meaning {
    const whole = this.#asWhole(words, label);
    if (whole) return whole;
    const parts = this.#parts(words, label);
    if (parts) return parts;
    for (const ending of ENDINGS) {
      const shorter = words.replace(ending, '').trim();
      if (shorter === words || shorter === '') continue;
      const meaning = this.#asWhole(shorter, label) ?? this.#parts(shorter, label);
      if (meaning) return meaning;
    }
    return NOTHING;
  }

  #asWhole(words: string, label: boolean): Meaning | undefined {
    const tokens = tokenize(words);
    if (tokens.length === 0 || tokens.length > 2 * MOST_WORDS) return undefined;
    const found = this.#whole.wholes(tokens, words);
    const strong = new Set<SectionKind>();
    const weak = new Set<SectionKind>();
    for (const { kind, how } of found) {
      if (how === 'weak') weak.add(kind);
      else if (how === 'strong' || label) strong.add(kind);
    }
    if (strong.size + weak.size === 0) return undefined;
    return { strong: [...strong], weak: [...weak].filter((kind) => !strong.has(kind)) };
  }

  /** *Salary and benefits*: all parts are known, and together they are what the heading announces. */
  #parts(words: string, label: boolean): Meaning | undefined {
    const parts = words.split(CONJUNCTION).filter((part) => part !== '');
    if (parts.length < 2 || parts.length > 4) return undefined;
    const strong = new Set<SectionKind>();
    const weak = new Set<SectionKind>();
    for (const part of parts) {
      const meaning = this.#asWhole(part, label);
      if (!meaning) return undefined;
      for (const kind of meaning.strong) strong.add(kind);
      for (const kind of meaning.weak) weak.add(kind);
    }
    return { strong: [...strong], weak: [...weak].filter((kind) => !strong.has(kind)) };
  }

  /** Forms with room for any word, and telling words in a longer heading. */
  #open(words: string): Meaning {
    const count = words.split(/\s+/).length;
    if (words === '' || count > MOST_WORDS || words.length > LONGEST) return NOTHING;
    if (ABOUT.test(words) && count <= 7) {
      if (ABOUT_ROLE.test(words)) return { strong: ['summary'], weak: ['responsibilities'] };
      return { strong: [ABOUT_TEAM.test(words) ? 'about-team' : 'about-company'], weak: [] };
    }
    const tokens = tokenize(words);
    const mentioned = new Set(this.#mentions.matches(tokens, words).map(({ value }) => value));
    // What a longer heading mentions may stand under it.
    if (mentioned.size > 0) return { strong: [...mentioned].slice(0, 3), weak: [] };
    if (YOU_HAVE_DONE.test(words) || ENDS_IN_MUST.test(words) || YOU_HAVE.test(words))
      return { strong: ['requirements'], weak: [] };
    if (YOU_GET.test(words)) return { strong: ['benefits'], weak: [] };
    if (YOU_DO.test(words) || WHO_DOES.test(words) || YOU_WILL.test(words) || ENDS_IN_WILL.test(words))
      return { strong: ['responsibilities'], weak: [] };
    if (WE_ARE.test(words)) return { strong: ['about-company'], weak: [] };
    return NOTHING;
  }
}

/** A heading without what may differ in it: capitals, marks around it, the kind of its apostrophes. */
function literalKey(text: string): string {
  return bareWords(text.replace(/\s*[?!]+\s*$/u, ''))
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ');
}

function inPrecedence(definitions: readonly SectionDefinition[]): SectionDefinition[] {
  const rank = (kind: SectionKind): number => {
    const place = PRECEDENCE.indexOf(kind);
    return place < 0 ? PRECEDENCE.length : place;
  };
  return [...definitions].sort((a, b) => rank(a.section) - rank(b.section));
}

function remember(memory: Map<string, Meaning>, text: string, find: () => Meaning): Meaning {
  let meaning = memory.get(text);
  if (meaning === undefined) {
    if (memory.size >= MOST_REMEMBERED) memory.clear();
    meaning = find();
    memory.set(text, meaning);
  }
  return meaning;
}
