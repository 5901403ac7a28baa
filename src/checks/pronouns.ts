import * as z from 'zod';
import type { CheckEnvironment, CheckKind } from '../contract/check.ts';
import { RuleError } from '../contract/check.ts';
import type { Finding, Fix } from '../contract/finding.ts';
import type { Block, Posting, RegionKind } from '../contract/posting.ts';
import type { Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { PatternError, PatternSet } from '../words/pattern.ts';
import { matchCase } from '../words/replace.ts';
import { type Token, tokenize, tokensOf } from '../words/tokens.ts';
import { sourceEdits } from './edits.ts';
import { agree } from './pronouns/agreement.ts';
import {
  type Antecedent,
  antecedentOf,
  looksHired,
  mentionsName,
  ownsObject,
  type People,
} from './pronouns/antecedent.ts';
import type { WordEdit } from './pronouns/coordination.ts';
import { type Role, roleOf } from './pronouns/role.ts';

const form = z.array(z.string().min(1)).default([]);
const fields = z.object({
  message: z.string().describe('{match} is the pronoun as written.'),
  forms: z
    .strictObject({ subject: form, object: form, possessive: form, absolute: form, reflexive: form })
    .partial()
    .describe('The pronouns, by what they do in a sentence; *his* and *her* may stand in two.'),
  paired: z
    .boolean()
    .optional()
    .describe('The forms name two sexes at once, so they are never about a certain person.'),
  hired: form.optional().describe('Patterns for the people a job is given to.'),
  served: form.optional().describe('Patterns for the people a job is done for: findings are advice there.'),
  known: form
    .optional()
    .describe('Patterns for people whose pronouns the writer knows: nothing is found there.'),
});
export type PronounFields = z.infer<typeof fields>;
type PronounRule = Rule<PronounFields>;

const MASKED: ReadonlySet<RegionKind> = new Set<RegionKind>([
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

/** In a declaration of pronouns. */
const DECLARED = new Set(
  'he she him her his hers they them their theirs ze zie hir xe xem per it its'.split(' '),
);
const HONOURS = new Set(
  'majesty royal highness excellency honour honor holiness eminence grace lordship ladyship late imperial'.split(
    ' ',
  ),
);
const THEY: Readonly<Record<Role, string>> = {
  subject: 'they',
  object: 'them',
  possessive: 'their',
  absolute: 'theirs',
  reflexive: 'themselves',
};
const YOU: Readonly<Record<Role, string>> = {
  subject: 'you',
  object: 'you',
  possessive: 'your',
  absolute: 'yours',
  reflexive: 'yourself',
};
const JOINS = new Set(['and', '&', "'n'", 'n']);
const SPEAKERS = new Set(['we', 'our', 'us', 'i', 'my']);
const ADDRESSES = new Set(['you', 'your', 'yours', 'yourself']);

interface Form {
  rule: PronounRule;
  norms: readonly string[];
  roles: readonly Role[];
}

/** A pronoun that is to be found. */
interface Use {
  form: Form;
  first: number;
  last: number;
  /** Undefined where *her* may be either. */
  role: Role | undefined;
  antecedent: Antecedent;
  people: People;
}

/**
 * Pronouns that give the person hired a sex. Those about a named person, a founder, somebody's mother, in quotations and
 * in declarations of pronouns are left alone. Fixes change every pronoun of the person in the sentence, and its verbs.
 */
export const pronounsCheck: CheckKind<PronounFields> = {
  name: 'pronouns',
  summary: 'Pronouns that give the person hired a sex; fixes bring the verbs along.',
  fields,
  compile(rules, environment) {
    const finder = new Finder(rules, environment);
    return { posting: (posting) => posting.blocks.flatMap((block) => finder.find(block, posting)) };
  },
};

class Finder {
  readonly #forms = new Map<string, Form[]>();
  readonly #people: PatternSet<keyof People>;
  readonly #terms: readonly string[];
  readonly #languages: ReadonlySet<string>;

  constructor(rules: readonly PronounRule[], environment: CheckEnvironment) {
    const people: { pattern: string; value: keyof People }[] = [];
    this.#terms = environment.terms.filter((term) => /\b(?:s?he|h(?:im|ers?|is))\b/i.test(term));
    this.#languages = new Set(rules.flatMap((rule) => rule.languages));
    for (const rule of rules) {
      for (const [role, list] of Object.entries(rule.forms)) {
        for (const written of list ?? []) this.#add(rule, written, role as Role);
      }
      for (const kind of ['hired', 'served', 'known'] as const) {
        for (const [at, pattern] of (rule[kind] ?? []).entries()) {
          try {
            new PatternSet([{ pattern, value: kind }], environment);
          } catch (error) {
            throw error instanceof PatternError ? new RuleError(rule.id, [kind, at], error.message) : error;
          }
          if (!people.some((known) => known.pattern === pattern && known.value === kind))
            people.push({ pattern, value: kind });
        }
      }
    }
    for (const forms of this.#forms.values()) forms.sort((a, b) => b.norms.length - a.norms.length);
    this.#people = new PatternSet(people, environment);
  }

  #add(rule: PronounRule, written: string, role: Role): void {
    const norms = tokenize(written).map((token) => token.norm);
    const [head] = norms;
    if (head === undefined) throw new RuleError(rule.id, ['forms', role], `“${written}” has no words`);
    const known = this.#forms.get(head) ?? [];
    const same = known.find((other) => other.rule === rule && other.norms.join(' ') === norms.join(' '));
    if (same) known[known.indexOf(same)] = { ...same, roles: [...same.roles, role] };
    else known.push({ rule, norms, roles: [role] });
    this.#forms.set(head, known);
  }

  find(block: Block, posting: Posting): Finding[] {
    if (!this.#languages.has(block.language) && !this.#languages.has('*')) return [];
    // Most blocks have no pronoun at all; the tokens of those are not asked for here.
    if (!/\b(?:s?\)?he|him|his|hers?|himself|herself)\b/i.test(block.text)) return [];
    const tokens = tokensOf(block);
    const uses = this.#uses(block, posting, tokens);
    return uses.map((use) => {
      const { rule } = use.form;
      const span = spanOf(tokens, use);
      const fixes = this.#fixes(block, posting, tokens, use, uses);
      const match = block.text.slice(span.start, span.end);
      const own: Severity = rule.severity === 'off' ? 'info' : rule.severity;
      return {
        rule: rule.id,
        severity: use.antecedent === 'served' ? 'info' : own,
        message: rule.message.replaceAll('{match}', match),
        span: block.map.cover(span),
        fixes,
        data: {},
      };
    });
  }

  #uses(block: Block, posting: Posting, tokens: readonly Token[]): Use[] {
    const uses: Use[] = [];
    let people: People | undefined;
    for (let at = 0; at < tokens.length; at++) {
      const form = this.#formAt(tokens, at, block.language);
      if (!form) continue;
      const first = at;
      const last = at + form.norms.length - 1;
      at = last;
      if (this.#leftAlone(block, tokens, first, last, form)) continue;
      people ??= this.#peopleOf(block, tokens);
      let antecedent = antecedentOf(tokens, first, people);
      if (form.rule.paired) antecedent = people && antecedent === 'known' ? 'unknown' : antecedent;
      else if (antecedent === 'unknown' && tokens[first]?.sentence === 0 && this.#namedBefore(block, posting))
        continue;
      if (antecedent === 'known') continue;
      const owns = antecedent === 'hired' && ownsObject(tokens, first, people);
      const role = roleOf(tokens, first, last, form.roles, owns);
      uses.push({ form, first, last, role, antecedent, people });
    }
    return uses;
  }

  #formAt(tokens: readonly Token[], at: number, language: string): Form | undefined {
    return this.#forms
      .get(tokens[at]?.norm ?? '')
      ?.find(
        ({ norms, rule }) =>
          norms.every((norm, index) => tokens[at + index]?.norm === norm) &&
          (rule.languages.includes(language) || rule.languages.includes('*')),
      );
  }

  #leftAlone(block: Block, tokens: readonly Token[], first: number, last: number, { rule }: Form): boolean {
    const span = spanOf(tokens, { first, last });
    const masked = block.regions.some(
      ({ kind, start, end }) =>
        start < span.end &&
        end > span.start &&
        (MASKED.has(kind) || (kind === 'emphasis' && isTitle(block.text.slice(start, end)))),
    );
    if (masked) return true;
    const token = tokens[first] as Token;
    const before = tokens[first - 1];
    const after = tokens[last + 1];
    const afterNext = tokens[last + 2];
    // she/her, he/they, his/her/their
    if (after?.norm === '/' && DECLARED.has(afterNext?.norm ?? '')) return true;
    if (before?.norm === '/' && DECLARED.has(tokens[first - 2]?.norm ?? '')) return true;
    if (after?.norm === 'or' && /^the(?:y|m|irs?)$/.test(afterNext?.norm ?? '')) return true;
    // his and hers towels
    const norms = [before, tokens[first - 2], after, afterNext].map((one) => one?.norm ?? '');
    if (token.norm === 'his' && JOINS.has(norms[2]!) && norms[3] === 'hers') return true;
    if (token.norm === 'hers' && JOINS.has(norms[0]!) && norms[1] === 'his') return true;
    const sentence = tokens.filter((one) => one.sentence === token.sentence);
    if (sentence.some(({ norm }) => norm === 'pronoun' || norm === 'pronouns')) return true;
    // his Lordship
    if (HONOURS.has(after?.norm ?? '') && /^\p{Lu}/u.test(after?.raw ?? '')) return true;
    if (before?.norm === 'a' && before.sentence === token.sentence) return true;
    // Joined to something else: he-man, her.
    if (
      !rule.paired &&
      ((after?.norm === '-' && !after.spaceBefore) || (before?.norm === '-' && !token.spaceBefore))
    )
      return true;
    if (!rule.paired && /^\p{Lu}/u.test(token.raw) && isName(tokens, first, last)) return true;
    return this.#terms.some((term) => {
      for (let at = block.text.indexOf(term); at >= 0; at = block.text.indexOf(term, at + 1)) {
        if (at < span.end && at + term.length > span.start) return true;
      }
      return false;
    });
  }

  #peopleOf(block: Block, tokens: readonly Token[]): People {
    const people = { hired: new Set<number>(), served: new Set<number>(), known: new Set<number>() };
    for (const match of this.#people.matches(tokens, block.text)) people[match.value].add(match.last);
    for (const [at, token] of tokens.entries()) {
      if (token.kind === 'word' && !people.served.has(at) && looksHired(token.norm)) people.hired.add(at);
    }
    return people;
  }

  /** Is a person named in the paragraph or the heading before, as in *About our founder*? */
  #namedBefore(block: Block, posting: Posting): boolean {
    if (block.kind === 'item' || block.kind === 'cell') return false;
    const heading = block.heading === undefined ? undefined : posting.blocks[block.heading];
    const previous = posting.blocks[block.index - 1];
    const earlier = [heading, previous].filter(
      (other) => other !== undefined && (other.kind === 'paragraph' || other.kind === 'heading'),
    );
    return earlier.some((other) => {
      if (!other || !this.#languages.has(other.language)) return false;
      const tokens = tokensOf(other);
      return (
        mentionsName(tokens) ||
        this.#people.matches(tokens, other.text).some(({ value }) => value === 'known')
      );
    });
  }

  #fixes(block: Block, posting: Posting, tokens: readonly Token[], use: Use, uses: readonly Use[]): Fix[] {
    const chain = uses.filter(
      (other) => tokens[other.first]?.sentence === tokens[use.first]?.sentence && sameSex(use, other),
    );
    return this.#persons(tokens, chain[0] ?? use).flatMap((person) => {
      const edits: WordEdit[] = [];
      for (const { first, last, role } of chain) {
        // 'The driver himself loads' would need more than another pronoun.
        if (!role || (role === 'reflexive' && use.people.hired.has(first - 1))) return [];
        const span = spanOf(tokens, { first, last });
        edits.push({ span, text: matchCase(block.text, span, person[role]) });
        if (role !== 'subject') continue;
        const verbs = agree(tokens, first, last);
        if (!verbs) return [];
        edits.push(...verbs);
      }
      edits.sort((a, b) => a.span.start - b.span.start);
      const written = edits.map((edit) => sourceEdits(block, posting.format, edit, posting.source));
      if (written.some((list) => list === undefined)) return [];
      const title = `Replace with “${edits.find(({ span }) => span.start === spanOf(tokens, use).start)?.text ?? ''}”`;
      return [{ title, safety: 'suggestion' as const, edits: written.flatMap((list) => list ?? []) }];
    });
  }

  /** *you* or *they*, best first. *You* would be someone else where the sentence speaks of a third person, or to the reader. */
  #persons(tokens: readonly Token[], { first, role, antecedent, people }: Use): (typeof THEY)[] {
    const sentence = tokens[first]?.sentence;
    let third = antecedent === 'served';
    for (const [at, token] of tokens.entries()) {
      if (token.sentence !== sentence) continue;
      if (ADDRESSES.has(token.norm)) third = true;
      const asOne =
        ['a', 'an', 'the', 'our'].includes(tokens[at - 1]?.norm ?? '') && tokens[at - 2]?.norm === 'as';
      if (at < first && (people.hired.has(at) || people.served.has(at)) && !asOne) third = true;
    }
    if (third) return [THEY];
    // 'Plan his day' speaks to the reader, so he is someone else.
    const within = role !== 'subject' && tokens[first - 1]?.sentence === sentence;
    // Nor is it the reader who was spoken to before: 'You report to the head. She is …'
    const spoken = tokens.slice(0, first).some(({ norm }) => ADDRESSES.has(norm));
    const speaks = tokens.some((token) => token.sentence === sentence && SPEAKERS.has(token.norm));
    if (within && !speaks) return [THEY];
    return within || spoken || antecedent === 'hired' ? [THEY, YOU] : [YOU, THEY];
  }
}

function spanOf(tokens: readonly Token[], { first, last }: { first: number; last: number }) {
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

const sexOf = ({ form }: Use) =>
  form.rule.paired ? 'both' : /^h(?:e|im|is|imself)$/.test(form.norms[0] ?? '') ? 'he' : 'she';
const sameSex = (a: Use, b: Use) => sexOf(a) === sexOf(b);

/** *Her Story* in italics. */
function isTitle(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}’']*/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  return capitals.length > 1 && words.every((word) => capitals.includes(word) || word.length < 4);
}

/** A capital inside a sentence, or before another capital: *She Codes*, *HE sector*, *Her Majesty*. */
function isName(tokens: readonly Token[], first: number, last: number): boolean {
  const token = tokens[first] as Token;
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  if (HONOURS.has(after?.norm ?? '')) return true;
  const around = [before, after].filter((one) => one?.kind === 'word' && one.sentence === token.sentence);
  if (token.raw.length > 1 && token.raw === token.raw.toUpperCase()) {
    return around.some((one) => one !== undefined && one.raw.length > 1 && one.raw !== one.raw.toUpperCase());
  }
  const inside =
    before?.sentence === token.sentence && (before.kind !== 'punctuation' || before.norm === '&');
  if (inside) return true;
  const capital = (one: Token | undefined) =>
    one?.kind === 'word' && one.sentence === token.sentence && /^\p{Lu}\p{Ll}/u.test(one.raw);
  // 'His Dark Materials', 'His Master's Voice', but 'His Excel skills'
  const possessive = /^(?:his|her)$/.test(token.norm);
  const next = tokens[last + 2]?.kind === 'clitic' ? tokens[last + 3] : tokens[last + 2];
  return capital(after) && (!possessive || capital(next));
}
