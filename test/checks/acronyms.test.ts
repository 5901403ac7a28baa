import { describe, expect, it } from 'vitest';
import { createLinter, DEFAULT_CONFIG } from '../../src/lint/index.ts';

const FIVE = 'the QZX, the PWB, the TLM, the VRK and the YFD';

function unexplained(text: string, terms: string[] = []): unknown[] {
  const linter = createLinter({ ...DEFAULT_CONFIG, terms });
  const { findings } = linter.lint(text, { path: 'draft.md', format: 'markdown' });
  return findings
    .filter(({ rule }) => rule === 'clarity/unexplained-abbreviations')
    .map(({ data: { abbreviations } }) => abbreviations);
}

describe('abbreviations', () => {
  it('are told of once, at the first', () => {
    expect(unexplained(`# Planner\n\nYou plan for ${FIVE}. The QZX meets weekly.`)).toEqual([
      ['QZX', 'PWB', 'TLM', 'VRK', 'YFD'],
    ]);
  });

  it.each([
    ['that are spelled out before', `The Quay Zone Exchange (QZX) runs ${FIVE}.`],
    ['that are spelled out after', `You plan for ${FIVE} (Yard and Ferry Department).`],
    ['under requirements', `## Requirements\n\n- You know ${FIVE}.`],
    ['that everyone knows', 'You know the CEO, the CFO, the NHS, the FBI, HTML, CSS and SQL.'],
    ['in shouted lines', 'PLEASE READ ALL THE RULES BEFORE YOU APPLY HERE, thank you.'],
    ['in codes', 'Order QZX-12, PWB/3, TLM 800, VRK&YFD and #LMN.'],
  ])('%s are left alone', (_, text) => {
    expect(unexplained(`# Planner\n\n${text}`)).toEqual([]);
  });

  it('that are names of the house are left alone', () => {
    expect(unexplained(`# Planner\n\nYou plan for ${FIVE}.`, ['QZX'])).toEqual([]);
  });
});
