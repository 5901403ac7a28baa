import { builtinLists, builtinPlaces, builtinRules } from '../catalog/index.ts';
import type { CheckEnvironment } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { House } from '../contract/house.ts';
import type { Posting } from '../contract/posting.ts';
import type { FileReport, Format, Level, ReportFinding, Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { type Recogniser, readPosting } from '../posting/read.ts';
import { createRecogniser, type SectionDefinition } from '../posting/sections/index.ts';
import { levelInHouse, withHouse } from './house.ts';
import { judgeSuppressions } from './judge-suppressions.ts';
import { type EffectiveLevel, effectiveLevel, type Preset, presetSeverity } from './levels.ts';
import { Lines } from './lines.ts';
import { BlockMemory } from './memory.ts';
import { withoutOverlaps } from './overlaps.ts';
import { fileReport, sectionReport, toReportFinding, toReportSuppression } from './report.ts';
import { Runners } from './runners.ts';
import { isOver, readSuppressions, type Suppression, suppresses } from './suppressions.ts';

export type { Preset } from './levels.ts';

export interface LinterConfig {
  preset: Preset;
  /** Rule id, category, or `category/*` → level. */
  rules: Readonly<Record<string, Level>>;
  /** Names that are right as they stand. */
  terms: readonly string[];
  employer: CheckEnvironment['employer'];
  /** `YYYY-MM-DD`; without it, dated checks stay silent. */
  asOf?: string | undefined;
  /** The house style. */
  house?: House | undefined;
  /** A house's own rules; one with the id of a built-in rule replaces it. */
  houseRules?: readonly Rule[] | undefined;
}

export interface ActiveRule {
  rule: Rule;
  level: Level;
}

export interface Analysis {
  posting: Posting;
  report: FileReport;
}

export interface Linter {
  /**
   * Lints one draft. Never throws for what stands in the draft.
   *
   * @param text - the decoded file; a byte order mark, when there, counts as its first code unit
   */
  lint(text: string, file: { path: string; format: Format }): FileReport;
  /** The same, with the draft as the checks saw it. */
  analyse(text: string, file: { path: string; format: Format }): Analysis;
  /** The same in steps, for who has other things to see to in between; what the last one returns is the result. */
  steps(text: string, file: { path: string; format: Format }): Generator<void, Analysis>;
  /** The draft as the checks see it. */
  read(text: string, format: Format): Posting;
  /** Every rule with the level it has here, sorted by id. */
  rules(): readonly ActiveRule[];
  /** The house style; empty without one. */
  readonly house: House;
}

export const DEFAULT_CONFIG: LinterConfig = { preset: 'recommended', rules: {}, terms: [], employer: {} };

/**
 * Compiles the rules once, for many drafts.
 *
 * @param options.remember - keeps what is found in blocks, for drafts that are linted again and again as they are written
 * @throws {RuleError} when a rule cannot work
 */
export function createLinter(config: LinterConfig = DEFAULT_CONFIG, { remember = false } = {}): Linter {
  const house = config.house ?? {};
  const given = [...builtinRules, ...(config.houseRules ?? []).map((rule) => [rule.id, rule] as const)];
  const rules = withHouse(new Map(given), house);
  const levels = new Map<string, EffectiveLevel>();
  for (const rule of rules.values()) {
    const level = effectiveLevel(rule, config.preset, config.rules);
    levels.set(rule.id, rule.id in config.rules ? level : levelInHouse(rule, level, house));
  }

  // Sections are recognised whether or not their rules are on: other rules ask where a passage stands.
  const definitions = [...rules.values()].filter((rule) => rule.check === 'required-section') as (Rule &
    SectionDefinition)[];
  const environment: CheckEnvironment = {
    terms: config.terms,
    lists: builtinLists,
    places: builtinPlaces,
    proven: new Set(builtinRules.values()),
    sectionOrder: Object.fromEntries(definitions.map(({ section, template }) => [section, template.order])),
    employer: config.employer,
    house,
    asOf: config.asOf,
  };
  const memory = remember ? new BlockMemory() : undefined;
  const recogniser = createRecogniser(definitions, environment.lists, { remember });
  const reader: Recogniser = {
    ...recogniser,
    recognise(posting) {
      memory?.shareTokens(posting);
      recogniser.recognise(posting);
    },
  };
  const active = [...rules.values()].filter((rule) => levels.get(rule.id)?.level !== 'off');
  const runners = new Runners(active, environment, memory);

  const read = (text: string, format: Format): Posting => readPosting(text, { format, recogniser: reader });

  const severityOf = (finding: Finding, rule: Rule): Severity =>
    levels.get(rule.id)?.set ?? presetSeverity(finding.severity, rule, config.preset);

  function* steps(text: string, file: { path: string; format: Format }): Generator<void, Analysis> {
    const posting = read(text, file.format);
    yield;
    const lines = new Lines(text);
    const findings = withoutOverlaps(yield* runners.run(posting), rules);
    yield;
    const suppressions = readSuppressions(posting, lines);
    const holding = suppressions.filter((suppression) => !isOver(suppression, config.asOf));
    const used = new Map<Suppression, number>();
    const kept = findings.filter((finding) => {
      const hits = holding.filter((suppression) => suppresses(suppression, finding));
      for (const hit of hits) used.set(hit, (used.get(hit) ?? 0) + 1);
      return hits.length === 0;
    });
    kept.push(...judgeSuppressions(suppressions, new Set(used.keys()), active, rules, config.asOf));
    const reported: ReportFinding[] = [];
    for (const finding of kept) {
      const rule = rules.get(finding.rule);
      if (rule) reported.push(toReportFinding(finding, rule, severityOf(finding, rule), lines));
    }
    const exceptions = suppressions.map((suppression) =>
      toReportSuppression(suppression, used.get(suppression) ?? 0, isOver(suppression, config.asOf), lines),
    );
    const sections = sectionReport(posting, lines);
    return { posting, report: fileReport(file.path, posting, sections, reported, exceptions) };
  }

  const analyse: Linter['analyse'] = (text, file) => {
    const work = steps(text, file);
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
    }
  };

  return {
    lint: (text, file) => analyse(text, file).report,
    analyse,
    steps,
    read,
    house,
    rules: () =>
      [...rules.values()]
        .map((rule) => ({ rule, level: levels.get(rule.id)?.level ?? 'off' }))
        .sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)),
  };
}
