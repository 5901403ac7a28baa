import type { z } from 'zod';
import type { Finding } from './finding.ts';
import type { House } from './house.ts';
import type { Block, Posting } from './posting.ts';
import type { SectionKind } from './report.ts';
import type { Rule } from './rule.ts';

/** A country, a state or a city with laws of its own. */
export interface PlaceData {
  /** Names that mean this place wherever they stand. */
  names?: readonly string[];
  /** Abbreviations, exact case; they count only right after a comma, in brackets, or as all of a location. */
  short?: readonly string[];
  /** Names that mean this place only right after a comma (`Seattle, Washington`). */
  'after-comma'?: readonly string[];
  /** Cities that are clear without their state or country; a region after the city outweighs them. */
  cities?: readonly string[];
  /** Code of the larger place it is part of. */
  in?: string;
}
export type Places = Readonly<Record<string, PlaceData>>;

/** What a check may know besides the posting. Everything is given, nothing is looked up: checks are pure. */
export interface CheckEnvironment {
  /** Names that are right as they stand (companies, products), from the configuration. */
  terms: readonly string[];
  /** Named word lists (`<language>` in a pattern), from `rules/lists/`. */
  lists: Readonly<Record<string, readonly string[]>>;
  /** Places whose law matters, from `rules/places.yml`, by code. */
  places: Places;
  /** Where a kind of section belongs in a posting, ascending; also of kinds whose rule is off. */
  sectionOrder: Readonly<Partial<Record<SectionKind, number>>>;
  /** Rules known to be free of mistakes (the tests see to that for the built-in ones): not checked at every start. */
  proven?: ReadonlySet<unknown> | undefined;
  /** The employer's facts, from the configuration. */
  employer: {
    size?: number | undefined;
    usesAI?: boolean | undefined;
    federalContractor?: boolean | undefined;
    places?: readonly string[] | undefined;
  };
  /** The house style, from the configuration; empty without one. */
  house: House;
  /** The day the posting is judged on, `YYYY-MM-DD`; without it, dated checks stay silent. */
  asOf?: string | undefined;
}

/**
 * A compiled check: all its active rules together, so that they share one pass.
 * `block` is pure in the block (text, kind, section, regions, language) and in `posting` only where
 * `dependsOnPosting` is true for the rules given; `posting` looks at the whole.
 */
export interface Runner {
  /** Ids of the rules whose findings in a block depend on the rest of the posting; those of all others may be kept. */
  dependsOnPosting?: ReadonlySet<string>;
  block?(block: Block, posting: Posting): Finding[];
  posting?(posting: Posting): Finding[];
  /** Judges what the other checks found. */
  after?(findings: readonly Finding[], posting: Posting): Finding[];
}

/** A check kind: one file under `src/checks/`. */
export interface CheckKind<Fields> {
  name: string;
  /** One line for the documentation of the rule format. */
  summary: string;
  /** The fields of a rule file of this kind besides those of every rule. */
  fields: z.ZodType<Fields>;
  /**
   * Compiles the rules of this kind.
   * @throws {RuleError} when a rule cannot work (a pattern with a mistake, an unknown list).
   */
  compile(rules: readonly Rule<Fields>[], environment: CheckEnvironment): Runner;
}

/** A rule that cannot work. `path` leads to the mistake inside the rule, for example `['phrases', 2, 'match']`. */
export class RuleError extends Error {
  override name = 'RuleError';
  readonly rule: string;
  readonly path: readonly (string | number)[];
  constructor(rule: string, path: readonly (string | number)[], message: string) {
    super(message);
    this.rule = rule;
    this.path = path;
  }
}
