import type { SectionKind } from '../../contract/report.ts';
import {
  checkLists,
  type Match,
  type PatternEnvironment,
  PatternSet,
  parsePattern,
} from '../../words/pattern.ts';
import type { Token } from '../../words/tokens.ts';
import type { Place } from '../facts/places.ts';
import {
  type Cue,
  type CueCondition,
  many,
  type SectionDefinition,
  STATEMENT_KINDS,
  type StatementKind,
} from './definition.ts';

/** What a pattern of the one set for all cues stands for. */
type Role =
  | { is: 'cue'; cue: CompiledCue }
  | { is: 'guard'; guard: number }
  | { is: 'place' }
  | { is: 'ground'; ground: number }
  | { is: 'grounds' }
  | { is: 'statement'; kind: StatementKind }
  | { is: 'vague' };

interface CompiledCondition
  extends Omit<CueCondition, 'section' | 'before' | 'after' | 'sentence' | 'nearby'> {
  section: readonly (SectionKind | 'none')[];
  /** Numbers of guards. */
  before: number | undefined;
  after: number | undefined;
  sentence: number | undefined;
  nearby: number | undefined;
}

export interface CompiledCue {
  kind: SectionKind;
  score: number;
  block: Cue['block'];
  only: readonly CompiledCondition[];
  unless: readonly CompiledCondition[];
}

export interface CueMatch {
  cue: CompiledCue;
  match: Match<Role>;
}

/** All that the patterns find in one block. */
export interface Finds {
  cues: readonly CueMatch[];
  /** Matches by guard. */
  guards: ReadonlyMap<number, readonly Match<Role>[]>;
  places: readonly Place[];
  /** Numbers of the protected characteristics that are named. */
  grounds: ReadonlySet<number>;
  /** Whether words stand there that with them make a statement. */
  groundsCue: boolean;
  statements: readonly { kind: StatementKind; first: number }[];
  /** Stretches of words that say nothing. */
  vague: readonly Place[];
}

const EMPTY: Finds = {
  cues: [],
  guards: new Map(),
  places: [],
  grounds: new Set(),
  groundsCue: false,
  statements: [],
  vague: [],
};

/** Finds, in one pass over a block's words, all that tells of sections. */
export class CueFinder {
  readonly #set: PatternSet<Role>;
  #guards = 0;

  /**
   * @param lists - `city`, `region`, `us-state`, `country`, `protected-ground` and `vague` have a meaning of their own
   * @throws {PatternError} for a pattern with a mistake
   */
  constructor(definitions: readonly SectionDefinition[], environment: PatternEnvironment) {
    const entries: { pattern: string | ReturnType<typeof parsePattern>; value: Role }[] = [];
    const guard = (
      patterns: string | readonly string[] | undefined,
      key: 'before' | 'after' | 'sentence' | 'nearby',
    ): number | undefined => {
      if (patterns === undefined) return undefined;
      const number = this.#guards++;
      for (const source of many(patterns)) {
        // What stands before or after a cue may end, or begin, in a gap: the cue holds it.
        const pattern = parsePattern(source, { start: key === 'after', end: key === 'before' });
        checkLists(pattern, environment);
        entries.push({ pattern, value: { is: 'guard', guard: number } });
      }
      return number;
    };
    const condition = ({
      section,
      before,
      after,
      sentence,
      nearby,
      fact,
    }: CueCondition): CompiledCondition => ({
      section: many(section),
      before: guard(before, 'before'),
      after: guard(after, 'after'),
      sentence: guard(sentence, 'sentence'),
      nearby: guard(nearby, 'nearby'),
      fact,
    });
    for (const { section: kind, cues, statements, grounds } of definitions) {
      for (const { match, block, only, unless, score } of cues ?? []) {
        const cue = {
          kind,
          score: score ?? 1,
          block,
          only: many(only).map(condition),
          unless: many(unless).map(condition),
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
    const { place, vague = [], 'protected-ground': characteristics = [] } = environment.lists;
    if (place) entries.push({ pattern: '<place>', value: { is: 'place' } });
    for (const [ground, pattern] of characteristics.entries())
      entries.push({ pattern, value: { is: 'ground', ground } });
    for (const pattern of vague) entries.push({ pattern, value: { is: 'vague' } });
    this.#set = new PatternSet(entries, environment);
  }

  find(tokens: readonly Token[], text: string): Finds {
    const matches = this.#set.matches(tokens, text);
    if (matches.length === 0) return EMPTY;
    const cues: CueMatch[] = [];
    const guards = new Map<number, Match<Role>[]>();
    const places: Place[] = [];
    const grounds = new Set<number>();
    const statements: { kind: StatementKind; first: number }[] = [];
    const vague: Place[] = [];
    let groundsCue = false;
    for (const match of matches) {
      const { value } = match;
      switch (value.is) {
        case 'cue':
          if (!isPartOfWord(tokens, match)) cues.push({ cue: value.cue, match });
          break;
        case 'guard': {
          const known = guards.get(value.guard);
          if (known) known.push(match);
          else guards.set(value.guard, [match]);
          break;
        }
        case 'place':
          places.push(match);
          break;
        case 'ground':
          grounds.add(value.ground);
          break;
        case 'grounds':
          groundsCue = true;
          break;
        case 'statement':
          statements.push({ kind: value.kind, first: match.first });
          break;
        case 'vague':
          vague.push(match);
      }
    }
    return { cues, guards, places, grounds, groundsCue, statements, vague };
  }
}

/** *Apply here-and-now fixes*: the words of the cue go on behind a hyphen. */
function isPartOfWord(tokens: readonly Token[], { first, last }: Place): boolean {
  const after = tokens[last + 1];
  const next = tokens[last + 2];
  if (after?.norm === '-' && !after.spaceBefore && next !== undefined && !next.spaceBefore) return true;
  const before = tokens[first - 1];
  const previous = tokens[first - 2];
  return before?.norm === '-' && !before.spaceBefore && previous !== undefined && !tokens[first]!.spaceBefore;
}
