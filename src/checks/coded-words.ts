import * as z from 'zod';
import { type CheckEnvironment, type CheckKind, RuleError, type Runner } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Block, Posting, RegionKind } from '../contract/posting.ts';
import type { SectionKind, Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { type Match, PatternError, PatternSet } from '../words/pattern.ts';
import { type Token, tokensOf } from '../words/tokens.ts';
import { isName } from './phrases/names.ts';
import { titleSpan } from './title.ts';

const words = z.array(z.string().trim().min(1)).min(1);

const fields = z.object({
  masculine: words.describe('Patterns of the words that one side counts.'),
  feminine: words.describe('Patterns of the words that the other side counts.'),
  except: words.describe('Patterns of phrases in which such a word says nothing of a person.'),
  imbalance: z
    .strictObject({
      least: z.int().min(1).describe('Fewest words on the heavier side.'),
      ratio: z.number().min(1).describe('How many times the lighter side.'),
      'per-hundred': z
        .number()
        .min(0)
        .describe('Fewest words on the heavier side in a hundred of the posting.'),
    })
    .describe('What makes the imbalance clear enough to speak of; all three must hold.'),
  message: z
    .string()
    .trim()
    .min(1)
    .describe(
      'What to say; {heavier} and {lighter} name the sides, {more} and {fewer} are their counts, {words} lists the heavier side.',
    ),
});
export type CodedWordsFields = z.infer<typeof fields>;
type CodedWordsRule = Rule<CodedWordsFields>;

type Side = 'masculine' | 'feminine';

/** One side's words: each as it stands in the posting, in lower case, with how often. */
interface Tally {
  count: number;
  words: Map<string, number>;
}

/** Where words are not the employer's own picture of the person. */
const NOT_COUNTED: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'equal-opportunity',
  'accommodation',
  'fair-chance',
  'legal',
  'benefits',
  'compensation',
]);
const UNTOUCHED: ReadonlySet<RegionKind> = new Set<RegionKind>([
  'code',
  'url',
  'email',
  'placeholder',
  'quotation',
  'work-title',
  'equal-opportunity',
  'accommodation',
  'fair-chance',
]);
/** As many words of a side as a message can hold. */
const SHOWN = 6;
/** Fewer different words are a slogan said again and again. */
const FEWEST_WORDS = 3;

/**
 * The balance of two word lists over a whole posting: one piece of advice on the title, and only when one side clearly
 * outweighs the other. Single words are never marked, for no single word has been shown to matter.
 */
export const codedWordsCheck: CheckKind<CodedWordsFields> = {
  name: 'coded-words',
  summary: 'The balance of two lists of words over the whole posting.',
  fields,
  compile(rules, environment): Runner {
    const counters = rules.map((rule) => new CodedWordsCounter(rule, environment));
    return { posting: (posting) => counters.flatMap((counter) => counter.judge(posting)) };
  },
};

/** Counts the words of both lists. */
export class CodedWordsCounter {
  private readonly rule: CodedWordsRule;
  private readonly set: PatternSet<Side | 'except'>;

  /** @throws {RuleError} for a pattern with a mistake */
  constructor(rule: CodedWordsRule, environment: Pick<CheckEnvironment, 'lists'>) {
    this.rule = rule;
    const sides = ['masculine', 'feminine', 'except'] as const;
    for (const side of sides) {
      rule[side].forEach((pattern, index) => {
        try {
          new PatternSet([{ pattern, value: side }], environment);
        } catch (error) {
          if (!(error instanceof PatternError)) throw error;
          throw new RuleError(
            rule.id,
            [side, index],
            `${error.message} (at character ${error.offset + 1} of the pattern)`,
          );
        }
      });
    }
    this.set = new PatternSet(
      sides.flatMap((side) => rule[side].map((pattern) => ({ pattern, value: side }))),
      environment,
    );
  }

  /** Both sides' words in a posting, and how many words were looked at. */
  tally(posting: Posting): { tallies: Record<Side, Tally>; length: number } {
    const { languages } = this.rule;
    const tallies: Record<Side, Tally> = {
      masculine: { count: 0, words: new Map() },
      feminine: { count: 0, words: new Map() },
    };
    let length = 0;
    for (const block of posting.blocks) {
      if (!languages.includes(block.language) && !languages.includes('*')) continue;
      if (block.kind === 'heading' || (block.section !== undefined && NOT_COUNTED.has(block.section)))
        continue;
      const tokens = tokensOf(block);
      length += tokens.length;
      this.count(block, tokens, tallies);
    }
    return { tallies, length };
  }

  judge(posting: Posting): Finding[] {
    const { imbalance } = this.rule;
    const { tallies, length } = this.tally(posting);
    const [heavier, lighter]: [Side, Side] =
      tallies.masculine.count >= tallies.feminine.count
        ? ['masculine', 'feminine']
        : ['feminine', 'masculine'];
    const more = tallies[heavier].count;
    const fewer = tallies[lighter].count;
    if (more < imbalance.least || more < fewer * imbalance.ratio) return [];
    if ((more / length) * 100 < imbalance['per-hundred']) return [];
    if (tallies[heavier].words.size < FEWEST_WORDS) return [];
    return [
      {
        rule: this.rule.id,
        severity: this.rule.severity as Severity,
        message: this.message(heavier, lighter, tallies),
        span: titleSpan(posting),
        fixes: [],
        data: { masculine: toData(tallies.masculine), feminine: toData(tallies.feminine) },
      },
    ];
  }

  private count(block: Block, tokens: readonly Token[], tallies: Record<Side, Tally>): void {
    const matches = this.set.matches(tokens, block.text);
    const exceptions = matches.filter(({ value }) => value === 'except');
    let counted = -1;
    for (const match of matches) {
      const { value: side, first, last } = match;
      // Nested stems, such as interpersonal, count once.
      if (side === 'except' || first <= counted) continue;
      if (exceptions.some((other) => other.first <= last && other.last >= first)) continue;
      if (
        block.regions.some(
          ({ kind, start, end }) => UNTOUCHED.has(kind) && start < match.end && end > match.start,
        )
      )
        continue;
      if (isName(tokens, block.text, first, last)) continue;
      counted = last;
      const tally = tallies[side];
      const word = wordOf(match, block);
      tally.count++;
      tally.words.set(word, (tally.words.get(word) ?? 0) + 1);
    }
  }

  private message(heavier: Side, lighter: Side, tallies: Record<Side, Tally>): string {
    const shown = byCount(tallies[heavier]).slice(0, SHOWN);
    const rest = tallies[heavier].words.size - shown.length;
    const listed = shown.map(([word, count]) => (count > 1 ? `${word} (${count})` : word)).join(', ');
    const values: Readonly<Record<string, string>> = {
      heavier,
      lighter,
      more: String(tallies[heavier].count),
      fewer: String(tallies[lighter].count),
      words: rest > 0 ? `${listed} and ${rest} more` : listed,
    };
    return this.rule.message.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
  }
}

function wordOf(match: Match<unknown>, { text }: Block): string {
  return text.slice(match.start, match.end).toLowerCase();
}

/** Most frequent first, then as they stand in the posting. */
function byCount({ words: counts }: Tally): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function toData(tally: Tally): { count: number; words: Record<string, number> } {
  return { count: tally.count, words: Object.fromEntries(byCount(tally)) };
}
