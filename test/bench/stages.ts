import { builtinLists, builtinPlaces, builtinRules } from '../../src/catalog/index.ts';
import { CHECKS } from '../../src/checks/index.ts';
import type { CheckEnvironment, Runner } from '../../src/contract/check.ts';
import type { Rule } from '../../src/contract/rule.ts';
import { createLinter, type Linter } from '../../src/lint/index.ts';
import { readPosting } from '../../src/posting/read.ts';
import { createRecogniser, type SectionDefinition } from '../../src/posting/sections/index.ts';
import { tokensOf } from '../../src/words/tokens.ts';
import type { Draft } from '../corpus/files.ts';

/** Milliseconds spent in each part of the work, for all drafts together. */
export type Stages = Map<string, number>;

const ACTIVE = [...builtinRules.values()].filter(({ severity }) => severity !== 'off');

/**
 * Times the parts of linting one by one: the same work as the linter's, taken apart. What the checks share (the words
 * of a block) is made before them and counts on its own.
 */
export function timeStages(drafts: readonly Draft[]): Stages {
  const environment: CheckEnvironment = {
    terms: [],
    lists: builtinLists,
    places: builtinPlaces,
    sectionOrder: {},
    employer: {},
    house: {},
    asOf: undefined,
  };
  const sections = ACTIVE.filter(({ check }) => check === 'required-section');
  const recogniser = createRecogniser(sections as (Rule & SectionDefinition)[], environment.lists);
  const runners: { stage: string; runner: Runner }[] = [];
  for (const [name, kind] of CHECKS) {
    const own = ACTIVE.filter(({ check }) => check === name);
    if (own.length > 0)
      runners.push({
        stage: `${name} (${own.length} rules)`,
        runner: kind.compile(own as never, environment),
      });
  }

  const stages: Stages = new Map();
  const time = <Result>(stage: string, work: () => Result): Result => {
    const started = performance.now();
    const result = work();
    stages.set(stage, (stages.get(stage) ?? 0) + performance.now() - started);
    return result;
  };

  let inWords = 0;
  let inSections = 0;
  const timed: typeof recogniser = {
    heading: (text) => recogniser.heading(text),
    label: (text) => recogniser.label(text),
    recognise(posting) {
      const started = performance.now();
      for (const block of posting.blocks) tokensOf(block);
      const read = performance.now();
      recogniser.recognise(posting);
      inWords += read - started;
      inSections += performance.now() - read;
    },
  };
  for (const { text, format } of drafts) {
    const posting = time('read', () => readPosting(text, { format, recogniser: timed }));
    for (const { stage, runner } of runners) {
      time(stage, () => {
        if (runner.block) for (const block of posting.blocks) runner.block(block, posting);
        runner.posting?.(posting);
      });
    }
  }
  stages.set('read', (stages.get('read') ?? 0) - inWords - inSections);
  stages.set('words', inWords);
  stages.set('sections', inSections);
  return stages;
}

/**
 * Times linting all drafts.
 *
 * @returns milliseconds for all drafts. `warm`: with a linter that has seen drafts before and keeps nothing of them, so
 *   that each is done in full. `fresh`: with a new one that remembers blocks, as the command starts; patterns are made
 *   ready when a draft first needs them, and that counts.
 */
export function makeTimers(): Record<'warm' | 'fresh', (drafts: readonly Draft[]) => number> {
  const time = (linter: Linter, drafts: readonly Draft[]) => {
    const started = performance.now();
    for (const { text, format, name } of drafts) linter.lint(text, { path: name, format });
    return performance.now() - started;
  };
  const linter = createLinter();
  return {
    warm: (drafts) => time(linter, drafts),
    fresh: (drafts) => time(createLinter(undefined, { remember: true }), drafts),
  };
}

/** Milliseconds to compile all rules. */
export function timeStart(): number {
  const started = performance.now();
  createLinter();
  return performance.now() - started;
}
