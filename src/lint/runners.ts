import { CHECKS } from '../checks/index.ts';
import type { CheckEnvironment, Runner } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Posting } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import type { BlockMemory, BlockRunner } from './memory.ts';

/** So many blocks make a step. */
const STEP = 50;

/** All checks with the rules that are on. */
export class Runners {
  readonly #runners: Runner[] = [];
  readonly #memory: BlockMemory | undefined;

  /**
   * @param memory - keeps what is found in blocks
   * @throws {RuleError} when a rule cannot work
   */
  constructor(rules: readonly Rule[], environment: CheckEnvironment, memory: BlockMemory | undefined) {
    this.#memory = memory;
    for (const [name, kind] of CHECKS) {
      const own = rules.filter((rule) => rule.check === name);
      // A rule's data were checked against its kind's schema when it was read.
      if (own.length > 0) this.#runners.push(kind.compile(own as never, environment));
    }
  }

  /** Runs them, in steps. */
  *run(posting: Posting): Generator<void, Finding[]> {
    const findings: Finding[] = [];
    for (const [number, runner] of this.#runners.entries()) {
      if (runner.block) {
        const check = runner as BlockRunner;
        for (const block of posting.blocks) {
          const found = this.#memory?.findings(number, check, block, posting) ?? check.block(block, posting);
          for (const finding of found) findings.push(finding);
          if (block.index % STEP === STEP - 1) yield;
        }
      }
      if (runner.posting) findings.push(...runner.posting(posting));
      yield;
    }
    const judged = this.#runners.flatMap((runner) => runner.after?.(findings, posting) ?? []);
    return [...findings, ...judged];
  }
}
