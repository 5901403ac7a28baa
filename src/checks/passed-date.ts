import * as z from 'zod';
import { type CheckEnvironment, type CheckKind, RuleError, type Runner } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Block, Posting, Span } from '../contract/posting.ts';
import { SECTION_KINDS } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { type Day, findDays } from '../posting/facts/days.ts';
import { PatternError, PatternSet } from '../words/pattern.ts';
import { tokensOf } from '../words/tokens.ts';
import { frontMatterBlocks } from './front-matter.ts';

const patterns = z.array(z.string().trim().min(1)).min(1);

const fields = z.object({
  cues: patterns.describe(
    'Patterns; a day later in the same sentence is meant by them. A value of the front matter reads as `key: value`.',
  ),
  sections: z
    .array(z.enum(SECTION_KINDS))
    .default([])
    .describe('Every day under headings of these kinds is meant, too.'),
  containing: patterns
    .optional()
    .describe(
      'Patterns; a posting with one of them is left alone: it stays open after the day, or says that it is closed.',
    ),
  message: z.string().trim().min(1).describe('What to say; {match} is the day.'),
});
export type PassedDateFields = z.infer<typeof fields>;
type PassedDateRule = Rule<PassedDateFields>;

/** So many words may stand between the cue and its day: *closes at noon on Friday,* … */
const FURTHEST = 120;

/** Days that lie behind, on the day the posting is judged on. Without that day it stays silent. */
export const passedDateCheck: CheckKind<PassedDateFields> = {
  name: 'passed-date',
  summary: 'A day that a posting names for something to come, and that has passed.',
  fields,
  compile(rules, environment) {
    const { asOf } = environment;
    if (asOf === undefined) return {};
    const compiled = rules.map((rule) => new PassedDate(rule, environment));
    return {
      posting: (posting) => compiled.flatMap((rule) => rule.findings(posting, asOf)),
    } satisfies Runner;
  },
};

class PassedDate {
  readonly #rule: PassedDateRule;
  readonly #cues: PatternSet<true>;
  readonly #settling: PatternSet<true> | undefined;

  constructor(rule: PassedDateRule, environment: CheckEnvironment) {
    this.#rule = rule;
    this.#cues = compile(rule, 'cues', rule.cues, environment);
    this.#settling = rule.containing && compile(rule, 'containing', rule.containing, environment);
  }

  findings(posting: Posting, asOf: string): Finding[] {
    const days: { day: Day; span: Span; text: string }[] = [];
    const blocks = [...frontMatterBlocks(posting), ...posting.blocks];
    for (const block of blocks) {
      if (!this.#speaks(block)) continue;
      for (const day of this.#daysOf(block)) {
        const { start, end } = day.span;
        days.push({ day, span: block.map.cover(day.span), text: block.text.slice(start, end) });
      }
    }
    // A second round, or an extension: the last day counts.
    const last = days.sort((a, b) => (a.day.latest < b.day.latest ? 1 : -1))[0];
    if (!last || last.day.latest >= asOf || this.#isSettled(blocks)) return [];
    const { id, severity, message } = this.#rule;
    return [
      {
        rule: id,
        severity: severity === 'off' ? 'warning' : severity,
        message: message.replaceAll('{match}', last.text),
        span: last.span,
        fixes: [],
        data: { date: last.day.latest },
      },
    ];
  }

  #speaks({ language }: Block): boolean {
    const { languages } = this.#rule;
    return languages.includes('*') || languages.includes(language);
  }

  #daysOf(block: Block): Day[] {
    const days = findDays(block.text);
    if (days.length === 0 || (block.section && this.#rule.sections.includes(block.section))) return days;
    const tokens = tokensOf(block);
    const cues = this.#cues.matches(tokens, block.text);
    return days.filter(({ span }) => {
      const first = tokens.find(({ end }) => end > span.start);
      return cues.some(
        ({ last, end }) =>
          end <= span.start && span.start - end <= FURTHEST && tokens[last]!.sentence === first?.sentence,
      );
    });
  }

  #isSettled(blocks: readonly Block[]): boolean {
    const set = this.#settling;
    return set !== undefined && blocks.some((block) => set.matches(tokensOf(block), block.text).length > 0);
  }
}

function compile(
  rule: PassedDateRule,
  key: 'cues' | 'containing',
  list: readonly string[],
  environment: CheckEnvironment,
): PatternSet<true> {
  const entry = (pattern: string) => ({ pattern, value: true as const });
  for (const [place, pattern] of list.entries()) {
    if (environment.proven?.has(rule)) break;
    try {
      new PatternSet([entry(pattern)], environment);
    } catch (error) {
      if (error instanceof PatternError) throw new RuleError(rule.id, [key, place], error.message);
      throw error;
    }
  }
  return new PatternSet(list.map(entry), environment);
}
