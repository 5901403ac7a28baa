import type { CheckEnvironment, CheckKind, Runner } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Block, Posting } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import { type Match, PatternSet } from '../words/pattern.ts';
import { type Token, tokensOf } from '../words/tokens.ts';
import { byWeight, type CompiledClaim, CompiledSide, type Hit, type Said } from './contradiction/claims.ts';
import { type ContradictionFields, contradictionFields } from './contradiction/schema.ts';
import { frontMatterBlocks } from './front-matter.ts';

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
  readonly #rules: readonly { rule: ContradictionRule; sides: readonly [CompiledSide, CompiledSide] }[];
  readonly #set: PatternSet<CompiledClaim>;
  /** Blocks of one text can share their words; while a posting is written, all but one are the same as before. */
  readonly #seen = new WeakMap<readonly Token[], readonly Match<CompiledClaim>[]>();

  constructor(rules: readonly ContradictionRule[], environment: CheckEnvironment) {
    this.#rules = rules.map((rule) => ({
      rule,
      sides: [new CompiledSide(rule, 0, environment), new CompiledSide(rule, 1, environment)],
    }));
    const entries = this.#rules.flatMap(({ sides }) => sides.flatMap((side) => side.entries));
    this.#set = new PatternSet(entries, environment);
  }

  posting(posting: Posting): Finding[] {
    const hits = new Map<CompiledSide, Hit[]>();
    for (const block of [...frontMatterBlocks(posting), ...posting.blocks]) {
      for (const match of this.#matches(block)) {
        const { side } = match.value;
        const own = hits.get(side);
        if (own) own.push({ block, match });
        else hits.set(side, [{ block, match }]);
      }
    }
    // Most postings say nothing of either side of most rules.
    const possible = this.#rules.filter(({ sides }) =>
      sides.every((side) => side.readsYears || hits.has(side)),
    );
    return possible.flatMap(({ rule, sides: [one, other] }) => {
      const first = one.find(hits.get(one) ?? [], posting);
      const second = first.length > 0 ? other.find(hits.get(other) ?? [], posting) : [];
      const pair = weightiest(first, second);
      return pair ? [finding(rule, pair)] : [];
    });
  }

  #matches(block: Block): readonly Match<CompiledClaim>[] {
    const tokens = tokensOf(block);
    let matches = this.#seen.get(tokens);
    if (matches === undefined) {
      matches = this.#set.matches(tokens, block.text);
      this.#seen.set(tokens, matches);
    }
    return matches;
  }
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
