import type { CheckEnvironment, CheckKind, Runner } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Posting } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import { byWeight, CompiledSide, type Said } from './contradiction/claims.ts';
import { type ContradictionFields, contradictionFields } from './contradiction/schema.ts';
import { frontMatterBlocks } from './front-matter.ts';
import { wordsOf } from './phrases/conditions.ts';

export type { ContradictionFields } from './contradiction/schema.ts';

type ContradictionRule = Rule<ContradictionFields>;

/**
 * Two passages of which only one can be true. The remark stands on the later one and quotes the earlier one, since
 * readers meet it second.
 */
export const contradictionCheck: CheckKind<ContradictionFields> = {
  name: 'contradiction',
  summary: 'Two passages of a posting that cannot both be true, by what each of them says.',
  fields: contradictionFields,
  compile: (rules, environment) => new ContradictionRunner(rules, environment),
};

class ContradictionRunner implements Runner {
  readonly #rules: { rule: ContradictionRule; sides: readonly [CompiledSide, CompiledSide] }[];

  constructor(rules: readonly ContradictionRule[], environment: CheckEnvironment) {
    this.#rules = rules.map((rule) => ({
      rule,
      sides: [new CompiledSide(rule, 0, environment), new CompiledSide(rule, 1, environment)],
    }));
  }

  posting(posting: Posting): Finding[] {
    const words = withKeys(wordsOf(posting), posting);
    // Most postings have no word of either side of most rules.
    const possible = this.#rules.filter(({ sides }) => sides.every((side) => side.mayBeIn(words)));
    if (possible.length === 0) return [];
    const blocks = [...frontMatterBlocks(posting), ...posting.blocks];
    return possible.flatMap(({ rule, sides: [one, other] }) => {
      const first = one.find(blocks, posting);
      const second = first.length > 0 ? other.find(blocks, posting) : [];
      const pair = weightiest(first, second);
      return pair ? [finding(rule, pair)] : [];
    });
  }
}

/** With the words of the front matter's keys, which patterns read as labels. */
function withKeys(words: ReadonlySet<string>, { frontMatter }: Posting): ReadonlySet<string> {
  if (!frontMatter || frontMatter.values.length === 0) return words;
  return new Set([...words, ...frontMatter.values.flatMap(({ key }) => key.split(/[\s._-]+/))]);
}

/** The earliest of the weightiest pairs that do not overlap, in the order of the source. */
function weightiest(first: readonly Said[], second: readonly Said[]): [Said, Said] | undefined {
  const order = (a: Said, b: Said) => byWeight(a.severity, b.severity) || a.span.start - b.span.start;
  const others = [...second].sort(order);
  for (const one of [...first].sort(order)) {
    const other = others.find(({ span }) => span.end <= one.span.start || span.start >= one.span.end);
    if (other) return one.span.start <= other.span.start ? [one, other] : [other, one];
  }
  return undefined;
}

function finding(rule: ContradictionRule, [earlier, later]: [Said, Said]): Finding {
  const names: Readonly<Record<string, string>> = { match: later.text, other: earlier.text };
  const [, milder] = [earlier.severity, later.severity].sort(byWeight);
  return {
    rule: rule.id,
    severity: milder ?? later.severity,
    message: rule.message.replace(/\{(match|other)\}/g, (_, name: string) => names[name] ?? ''),
    span: later.span,
    fixes: [],
    data: { match: later.text, other: earlier.text, otherOffset: earlier.span.start },
  };
}
