import type { SectionKind } from '../../contract/report.ts';
import { type Match, type PatternEnvironment, PatternSet } from '../../words/pattern.ts';
import { WordMemory } from '../../words/remember.ts';
import type { Token } from '../../words/tokens.ts';
import type { ListedPlace, Place } from '../facts/places.ts';
import {
  type Cue,
  type CueCondition,
  many,
  type SectionDefinition,
  STATEMENT_KINDS,
  type StatementKind,
} from './definition.ts';
import { Guard } from './guard.ts';

/** What a pattern of the one set for all cues stands for. */
type Role =
  | { is: 'cue'; cue: CompiledCue }
  | { is: 'place'; city: boolean }
  | { is: 'ground'; ground: number }
  | { is: 'grounds' }
  | { is: 'statement'; kind: StatementKind };

export interface CompiledCondition extends Pick<CueCondition, 'fact'> {
  section: readonly (SectionKind | 'none')[];
  before: Guard | undefined;
  after: Guard | undefined;
  sentence: Guard | undefined;
  nearby: Guard | undefined;
}

export interface CompiledCue {
  kind: SectionKind;
  score: number;
  block: Cue['block'];
  only: readonly CompiledCondition[];
  unless: readonly CompiledCondition[];
  /** Sections in which it never counts. */
  nowhere: ReadonlySet<SectionKind | 'none'>;
}

export interface CueMatch {
  cue: CompiledCue;
  match: Match<Role>;
}

/** All that the patterns find in one block. */
export interface Finds {
  cues: readonly CueMatch[];
  places: readonly ListedPlace[];
  /** Numbers of the protected characteristics that are named. */
  grounds: ReadonlySet<number>;
  /** Whether words stand there that with them make a statement. */
  groundsCue: boolean;
  statements: readonly { kind: StatementKind; first: number }[];
}

const EMPTY: Finds = { cues: [], places: [], grounds: new Set(), groundsCue: false, statements: [] };

/** Finds, in one pass over a block's words, what tells of sections. */
export class CueFinder {
  readonly #set: PatternSet<Role>;
  readonly #vague: PatternSet<true>;
  readonly #memory: WordMemory<Finds> | undefined;
  /** Sets of kinds by what is in them. */
  readonly #named = new WeakMap<ReadonlySet<SectionKind>, string>();

  /**
   * @param environment - its lists `city`, `larger-place`, `protected-ground` and `vague` have a meaning of their own
   * @param remember - keeps what is found in a block's words, for blocks that share them
   * @throws {PatternError} for a pattern with a mistake
   */
  constructor(
    definitions: readonly SectionDefinition[],
    environment: PatternEnvironment,
    { remember = false } = {},
  ) {
    this.#memory = remember ? new WordMemory() : undefined;
    const entries: { pattern: string; value: Role }[] = [];
    const guard = (patterns: string | readonly string[] | undefined): Guard | undefined =>
      patterns === undefined ? undefined : new Guard(many(patterns), environment);
    const condition = ({
      section,
      before,
      after,
      sentence,
      nearby,
      fact,
    }: CueCondition): CompiledCondition => ({
      section: many(section),
      before: guard(before),
      after: guard(after),
      sentence: guard(sentence),
      nearby: guard(nearby),
      fact,
    });
    for (const { section: kind, cues, statements, grounds } of definitions) {
      for (const { match, block, only, unless, score } of cues ?? []) {
        const conditions = many(unless);
        const cue: CompiledCue = {
          kind,
          score: score ?? 1,
          block,
          only: many(only).map(condition),
          unless: conditions.map(condition),
          nowhere: new Set(conditions.filter(isAboutSection).flatMap(({ section }) => many(section))),
        };
        for (const pattern of many(match)) entries.push({ pattern, value: { is: 'cue', cue } });
      }
      const statement = STATEMENT_KINDS.find((each) => each === kind);
      if (statement) {
        for (const pattern of statements ?? [])
          entries.push({ pattern, value: { is: 'statement', kind: statement } });
      }
      for (const pattern of grounds ?? []) entries.push({ pattern, value: { is: 'grounds' } });
    }
    const {
      city,
      'larger-place': place = [],
      vague = [],
      'protected-ground': characteristics = [],
    } = environment.lists;
    if (city) entries.push({ pattern: '<city>', value: { is: 'place', city: true } });
    for (const pattern of place) entries.push({ pattern, value: { is: 'place', city: false } });
    for (const [ground, pattern] of characteristics.entries())
      entries.push({ pattern, value: { is: 'ground', ground } });
    this.#set = new PatternSet(entries, environment);
    this.#vague = new PatternSet(
      vague.map((pattern) => ({ pattern, value: true as const })),
      environment,
    );
  }

  /**
   * @param tokens - all of a block
   * @param section - of the block; undefined also where cues of all sections may count
   * @param kinds - whose cues to look for; statements are always looked for
   */
  find(
    tokens: readonly Token[],
    text: string,
    section: SectionKind | undefined,
    kinds: ReadonlySet<SectionKind>,
  ): Finds {
    if (this.#memory === undefined) return this.#find(tokens, text, section, kinds);
    let name = this.#named.get(kinds);
    if (name === undefined) {
      name = [...kinds].sort().join(' ');
      this.#named.set(kinds, name);
    }
    const key = `${section ?? ''} of ${name}`;
    return this.#memory.of(tokens, key, () => this.#find(tokens, text, section, kinds));
  }

  #find(
    tokens: readonly Token[],
    text: string,
    section: SectionKind | undefined,
    kinds: ReadonlySet<SectionKind>,
  ): Finds {
    const wanted = (role: Role): boolean => {
      if (role.is === 'place') return kinds.has('location');
      if (role.is !== 'cue') return true;
      return kinds.has(role.cue.kind) && (section === undefined || !role.cue.nowhere.has(section));
    };
    const matches = this.#set.matches(tokens, text, wanted);
    if (matches.length === 0) return EMPTY;
    const cues: CueMatch[] = [];
    const places: ListedPlace[] = [];
    const grounds = new Set<number>();
    const statements: { kind: StatementKind; first: number }[] = [];
    let groundsCue = false;
    for (const match of matches) {
      const { value } = match;
      if (value.is === 'cue') {
        if (!isPartOfWord(tokens, match)) cues.push({ cue: value.cue, match });
      } else if (value.is === 'place')
        places.push({ first: match.first, last: match.last, city: value.city });
      else if (value.is === 'ground') grounds.add(value.ground);
      else if (value.is === 'statement') statements.push({ kind: value.kind, first: match.first });
      else groundsCue = true;
    }
    return { cues, places, grounds, groundsCue, statements };
  }

  /** Stretches of words that say nothing: *to be discussed*, *competitive salary*. */
  vague(tokens: readonly Token[], text: string): readonly Place[] {
    return this.#vague.matches(tokens, text);
  }
}

function isAboutSection({ section, before, after, sentence, nearby, fact }: CueCondition): boolean {
  return section !== undefined && [before, after, sentence, nearby, fact].every((key) => key === undefined);
}

/** *Apply here-and-now fixes*: the words of the cue go on behind a hyphen. */
function isPartOfWord(tokens: readonly Token[], { first, last }: Place): boolean {
  return hyphenated(tokens, last) || (first > 1 && hyphenated(tokens, first - 2));
}

/** Whether the word at `at` and the next but one are parts of one hyphenated word. */
function hyphenated(tokens: readonly Token[], at: number): boolean {
  const [word, hyphen, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (word?.kind !== 'word' || hyphen?.norm !== '-' || next?.kind !== 'word') return false;
  return !hyphen.spaceBefore && !next.spaceBefore;
}
