import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Finding, Fix } from '../contract/finding.ts';
import type { Posting, Span } from '../contract/posting.ts';
import type { Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { type Token, tokenize } from '../words/tokens.ts';
import { sourceEdits } from './edits.ts';
import { law, lawMessage, lawsFor } from './law/applies.ts';
import { titleBlock, titleSpan, titleText } from './title.ts';

const endings = z.array(z.string().min(1));
const fields = z.object({
  problem: z.string().describe('What is wrong, as it stands in the findings’ data.'),
  laws: z.array(law).min(1).describe('The laws that ask for it, each with its places and first day.'),
  masculine: endings.describe(
    'Ends of words for men, in lower case; a longer word with this end counts too.',
  ),
  feminine: endings.describe('The same of words for women.'),
  generic: endings.describe(
    'Ends that mark a word for men in a posting in German, where nothing else is known of the word.',
  ),
  neutral: endings.describe('Ends of words that fit everyone; no later word of the title counts.'),
  not: endings.describe('Whole words, in lower case, that only look like such.'),
  stops: endings.describe('Words that end the job in a title: what follows is where and for whom.'),
  disclaimers: endings.describe('Said anywhere in the posting, they make the title one for everyone.'),
  message: z.string().describe('{match} is the word, {place} and {statute} are those of the law.'),
});
export type GenderedTitleFields = z.infer<typeof fields>;
type TitleRule = Rule<GenderedTitleFields>;

/** m/w/d in every order and with every other letter, in brackets or not; gn; all genders. */
const MARK =
  /(?<![\p{L}\p{N}])[mwfdxiahtn](?: ?[/|,*] ?(?:[mwfdxihatngk]|divers|inter|weiblich)){1,4}(?![\p{L}\p{N}])|\((?:gn\*?|[mwfdx]{2,4}|a\*?|all genders?|alle geschlechter|alle|div\.?|geschlechtsneutral)\)|(?<!\p{L})(?:all genders?|alle geschlechter|any gender|jeden geschlechts)(?!\p{L})/iu;
/** Kellner:in, Koch*in, Verkäufer/-innen, Leiter(in), KellnerIn, Kaufmann/-frau, Angestellte:r. */
const INNER =
  /\p{Ll}[:*_·/]-?(?:in|innen|r|n|e|frau|mann|frauen|männer)(?!\p{L})|\p{Ll} ?\(-?(?:in|innen|r|n)\)|\p{Ll}In(?:nen)?(?!\p{L})/u;

/**
 * A title in one grammatical gender, where the law asks for one that fits everyone: *Kellner*, *Putzfrau*, *Salesman*,
 * but not *Kellner:in*, *Koch (m/w/d)* or *Servicekraft*. Without a date to judge by, it stays silent.
 */
export const genderedTitleCheck: CheckKind<GenderedTitleFields> = {
  name: 'gendered-title',
  summary: 'A title for one sex, where the law of the place asks for one for everyone.',
  fields,
  compile(rules, environment) {
    const active = rules.flatMap((rule) => {
      const laws = lawsFor(rule.id, rule.laws, environment);
      return laws ? [{ rule, laws, lexicon: lexiconOf(rule) }] : [];
    });
    if (active.length === 0) return {};
    return {
      posting(posting) {
        const title = titleText(posting);
        if (title === '' || MARK.test(title) || INNER.test(title)) return [];
        return active.flatMap(({ rule, laws, lexicon }) => {
          const found = wordForOne(title, posting.language, lexicon);
          if (!found || isForAll(posting, rule)) return [];
          const word = title.slice(found.start, found.end);
          return laws(posting).map(
            (each): Finding => ({
              rule: rule.id,
              severity: rule.severity as Severity,
              message: lawMessage(rule.message, each, word),
              span: spanOf(posting, found),
              fixes: found.masculine ? addMark(posting, found) : [],
              data: { jurisdiction: each.jurisdiction, problem: rule.problem },
            }),
          );
        });
      },
    };
  },
};

interface Lexicon {
  masculine: Ends;
  feminine: Ends;
  generic: Ends;
  neutral: Ends;
  not: ReadonlySet<string>;
  stops: ReadonlySet<string>;
}
interface Found extends Span {
  masculine: boolean;
}

/** Ends of words, looked up by their length. */
class Ends {
  readonly #byLength = new Map<number, Set<string>>();

  constructor(ends: readonly string[]) {
    for (const end of ends) {
      const own = this.#byLength.get(end.length) ?? new Set();
      this.#byLength.set(end.length, own.add(end));
    }
  }

  has(word: string): boolean {
    for (const [length, ends] of this.#byLength) {
      if (word.length >= length && ends.has(word.slice(-length))) return true;
    }
    return false;
  }
}

function lexiconOf(rule: TitleRule): Lexicon {
  // The female form of a word for men, and the plurals of both.
  const derived = rule.masculine.flatMap((end) => [`${end}in`, `${end.replace(/e$/, '')}in`]);
  const feminine = [...rule.feminine, ...derived];
  return {
    masculine: new Ends(rule.masculine.flatMap((end) => [end, `${end}n`, `${end}e`, `${end}en`])),
    feminine: new Ends(feminine.flatMap((end) => [end, `${end}nen`, `${end}en`, `${end}n`])),
    generic: new Ends(rule.generic),
    neutral: new Ends(rule.neutral),
    not: new Set(rule.not),
    stops: new Set(rule.stops),
  };
}

/** The word of the title that names the job for one sex; none when the title names both. */
function wordForOne(title: string, language: string, lexicon: Lexicon): Found | undefined {
  const words = tokenize(title).filter(({ kind }) => kind === 'word');
  const isMasculine = ({ norm }: Token) => !lexicon.not.has(norm) && lexicon.masculine.has(norm);
  const isFeminine = ({ norm }: Token) => !lexicon.not.has(norm) && lexicon.feminine.has(norm);
  if (words.some(isMasculine) && words.some(isFeminine)) return undefined;
  let last: Token | undefined;
  for (const [index, word] of words.entries()) {
    if (index > 0 && lexicon.stops.has(word.norm)) break;
    if (lexicon.neutral.has(word.norm)) return undefined;
    const masculine = isMasculine(word);
    if (masculine || isFeminine(word)) return { start: word.start, end: word.end, masculine };
    if (/^\p{Lu}/u.test(word.raw)) last = word;
  }
  const generic =
    language === 'de' &&
    last &&
    last.norm.length > 5 &&
    !lexicon.not.has(last.norm) &&
    lexicon.generic.has(last.norm);
  return generic && last ? { start: last.start, end: last.end, masculine: true } : undefined;
}

/** The text says elsewhere that the title means everyone. */
function isForAll({ blocks }: Posting, { disclaimers }: TitleRule): boolean {
  return blocks.some(({ text }) => {
    if (MARK.test(text)) return true;
    const lower = text.toLowerCase();
    return disclaimers.some((words) => lower.includes(words));
  });
}

function spanOf(posting: Posting, found: Span): Span {
  const block = titleBlock(posting);
  return block ? block.map.cover(found) : titleSpan(posting);
}

function addMark(posting: Posting, { end }: Span): Fix[] {
  const block = titleBlock(posting);
  if (!block) return [];
  const mark = posting.language === 'de' ? '(m/w/d)' : '(m/f/d)';
  const edits = sourceEdits(
    block,
    posting.format,
    { span: { start: end, end }, text: ` ${mark}` },
    posting.source,
  );
  return edits ? [{ title: `Add “${mark}”`, safety: 'suggestion', edits }] : [];
}
