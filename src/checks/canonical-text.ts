import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Edit, Finding, Fix } from '../contract/finding.ts';
import type { Posting, Span } from '../contract/posting.ts';
import type { Safety, Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { isStatementKind } from '../posting/sections/definition.ts';
import { type Comparison, compare, findPassage, wholly } from './canonical/compare.ts';
import { type ChangedWords, changedWords, inWords } from './canonical/describe.ts';
import { editsTo } from './canonical/edits.ts';
import { type PostingWords, postingWords } from './canonical/text.ts';
import { houseTexts, type KnownText, type Version } from './canonical/versions.ts';
import { replaceBlocks, writeBehind } from './canonical/write.ts';

const message = z.string().trim().min(1);
const fields = z.object({
  drifted: message.describe('Some words differ. {text} is the text’s name, {changes} says which words.'),
  outdated: message.describe('It is an earlier version of {text}.'),
  elsewhere: message.describe('It is {text} for another place or brand, {scope}.'),
  missing: message.describe('The section is there, but {text} is not.'),
});
type CanonicalTextFields = z.infer<typeof fields>;
type CanonicalTextRule = Rule<CanonicalTextFields>;

/** A passage that has less in common with a text is something else. */
const ALIKE = 0.6;
/** With so much in common, the text can take the passage's place unseen. */
const SURELY = 0.85;

/**
 * A house's texts, compared with what postings say. Spacing, markup, punctuation, quotation marks and dashes may
 * differ; words may not.
 */
export const canonicalTextCheck: CheckKind<CanonicalTextFields> = {
  name: 'canonical-text',
  summary: 'A house’s texts, word for word.',
  fields,
  compile(rules, environment) {
    const texts = houseTexts(environment);
    if (texts.length === 0) return {};
    return {
      posting(posting) {
        if (posting.words === 0) return [];
        const words = postingWords(posting);
        return rules.flatMap((rule) => texts.flatMap((text) => judge(rule, text, posting, words) ?? []));
      },
    };
  },
};

type State = 'drifted' | 'outdated' | 'elsewhere' | 'missing';

function judge(
  rule: CanonicalTextRule,
  text: KnownText,
  posting: Posting,
  words: PostingWords,
): Finding | undefined {
  const wanted = text.versionFor(posting);
  if (!wanted || wanted.text.language !== posting.language) return undefined;
  const own = findPassage(words, wanted.text);
  if (own && own.similarity === 1) return undefined;
  const found = nearest(text, wanted, own, words);
  if (!found) return text.required ? missing(rule, text, wanted, posting) : undefined;
  const { version } = found;
  const { passage } = found.comparison;
  const comparison =
    version === wanted
      ? found.comparison
      : (compare(words, wanted.text, passage) ?? wholly(wanted.text, passage));
  if (comparison.changes.length === 0) return undefined;
  const state: State = version.scope !== wanted.scope ? 'elsewhere' : version.older ? 'outdated' : 'drifted';
  const safety: Safety = state !== 'drifted' || comparison.similarity >= SURELY ? 'safe' : 'suggestion';
  const changes = changedWords(posting, words, wanted.text, comparison.changes);
  return finding(rule, text, {
    state,
    span: spanOf(posting, words, comparison, state),
    fixes: fixes(text, editsTo(wanted.text, posting, words, comparison), safety),
    scope: version.scope,
    changes,
    similarity: comparison.similarity,
  });
}

/** The wording that a passage of the posting is most like; of equals, the wanted one. */
function nearest(
  text: KnownText,
  wanted: Version,
  own: Comparison | undefined,
  words: PostingWords,
): { version: Version; comparison: Comparison } | undefined {
  let best = own && own.similarity >= ALIKE ? { version: wanted, comparison: own } : undefined;
  for (const version of text.versions) {
    if (version === wanted) continue;
    const comparison = findPassage(words, version.text);
    if (!comparison || comparison.similarity < ALIKE) continue;
    if (!best || comparison.similarity > best.comparison.similarity) best = { version, comparison };
  }
  return best;
}

/** The section is there without the text. Where there is no such section, the rule for it says so. */
function missing(
  rule: CanonicalTextRule,
  text: KnownText,
  { text: wanted }: Version,
  posting: Posting,
): Finding | undefined {
  const section = posting.sections[text.section];
  if (!section.present) return undefined;
  const own = posting.blocks.filter(({ kind, section: of }) => kind !== 'heading' && of === text.section);
  const last = own.at(-1);
  const statement = isStatementKind(text.section) ? statementBlocks(posting, text.section) : undefined;
  const edit = statement
    ? replaceBlocks(posting, statement, wanted)
    : last && !isStatementKind(text.section)
      ? writeBehind(posting, last, wanted)
      : undefined;
  return finding(rule, text, {
    state: 'missing',
    span: section.source,
    fixes: fixes(text, edit && [edit], 'suggestion'),
    changes: [],
  });
}

/** The blocks of a posting that are, from beginning to end, a statement of a kind; undefined when it stands elsewhere, too. */
function statementBlocks(posting: Posting, kind: string): { first: number; last: number } | undefined {
  const marked = posting.blocks.filter(({ regions }) => regions.some((region) => region.kind === kind));
  const first = marked[0]?.index;
  const last = marked.at(-1)?.index;
  if (first === undefined || last === undefined || last - first + 1 !== marked.length) return undefined;
  const whole = marked.every(({ text, regions }) =>
    regions.some((region) => region.kind === kind && region.start === 0 && region.end === text.length),
  );
  return whole ? { first, last } : undefined;
}

function fixes({ id }: KnownText, edits: Edit[] | undefined, safety: Safety): Fix[] {
  return edits ? [{ title: `Put in the house’s text “${id}”`, safety, edits }] : [];
}

function finding(
  rule: CanonicalTextRule,
  { id }: KnownText,
  found: {
    state: State;
    span: Span;
    fixes: Fix[];
    scope?: string | undefined;
    changes: readonly ChangedWords[];
    similarity?: number;
  },
): Finding {
  const { state, span, changes, similarity, scope } = found;
  return {
    rule: rule.id,
    severity: rule.severity as Severity,
    message: rule[state]
      .replaceAll('{text}', () => id)
      .replaceAll('{scope}', () => scope ?? 'everywhere else')
      .replaceAll('{changes}', () => inWords(changes)),
    span,
    fixes: found.fixes,
    data: {
      text: id,
      state,
      ...(changes.length > 0 && { changes }),
      ...(similarity !== undefined && { similarity: Math.round(similarity * 100) / 100 }),
    },
  };
}

/** What differs; of a text that is to be replaced as a whole, all of it. */
function spanOf(
  posting: Posting,
  { words }: PostingWords,
  { passage, changes }: Comparison,
  state: State,
): Span {
  // Words that are missing stand between two others.
  const whole = state !== 'drifted';
  const from = whole
    ? passage.from
    : Math.max(passage.from, Math.min(...changes.map(({ from: at, to }) => (at === to ? at - 1 : at))));
  const to = whole
    ? passage.to
    : Math.min(passage.to, Math.max(...changes.map(({ from: at, to: end }) => (at === end ? end + 1 : end))));
  const first = words[from];
  const last = words[to - 1];
  const cover = (word: typeof first) =>
    word && posting.blocks[word.at]?.map.cover({ start: word.start, end: word.end });
  return { start: cover(first)?.start ?? 0, end: cover(last)?.end ?? 0 };
}
