import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { FileReport, ReportFinding, Severity } from '../../src/contract/report.ts';
import { type Lint, runCases } from './cases.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folder(files: Record<string, unknown[]>): string {
  const made = mkdtempSync(path.join(tmpdir(), 'cases-'));
  folders.push(made);
  for (const [name, cases] of Object.entries(files))
    writeFileSync(path.join(made, `${name}.json`), JSON.stringify(cases));
  return made;
}

interface Mark {
  rule: string;
  passage?: string;
  severity?: Severity;
  fix?: string;
  data?: Record<string, unknown>;
}

/** A linter that finds what it is told. */
function finds(...marks: Mark[]): Lint {
  return (text) => {
    const findings = marks.map(({ rule, passage = text, severity = 'warning', fix, data = {} }) => {
      const start = text.indexOf(passage);
      const at = (offset: number) => ({ line: 1, column: offset + 1, offset });
      const range = { start: at(start), end: at(start + passage.length) };
      const fixes =
        fix === undefined ? [] : [{ title: '', safety: 'suggestion', edits: [{ range, text: fix }] }];
      return {
        rule,
        category: rule.split('/')[0],
        severity,
        message: '',
        range,
        fixes,
        docs: '',
        data,
      } as ReportFinding;
    });
    const place = { line: 1, column: 1, offset: 0 };
    const present = { present: true, evidence: 'label', range: { start: place, end: place } };
    return { findings, sections: { location: present } } as unknown as FileReport;
  };
}

const score = (files: Record<string, unknown[]>, lint: Lint) =>
  Object.fromEntries(
    runCases(folder(files), lint).map(({ name, right, total }) => [name, `${right}/${total}`]),
  );

describe('phrase cases', () => {
  const expecting = (severity: string, altCategories?: string[]) => ({
    phrases: [
      {
        id: '1',
        text: 'a young team',
        expect: [{ quote: 'young', category: 'age', minSeverity: severity, altCategories }],
      },
    ],
  });

  it('are caught by a finding of the category on the quote, at that severity or above', () => {
    expect(score(expecting('warning'), finds({ rule: 'age/x', passage: 'young team' }))).toEqual({
      'phrases-catch': '1/1',
    });
    expect(score(expecting('warning'), finds({ rule: 'age/x', passage: 'team' }))).toEqual({
      'phrases-catch': '0/1',
    });
    expect(score(expecting('warning'), finds({ rule: 'age/x', severity: 'info' }))).toEqual({
      'phrases-catch': '0/1',
    });
    expect(score(expecting('info'), finds({ rule: 'age/x', severity: 'error' }))).toEqual({
      'phrases-catch': '1/1',
    });
  });

  it('allow the other categories that they name, and only these', () => {
    expect(score(expecting('warning'), finds({ rule: 'culture/x' }))).toEqual({ 'phrases-catch': '0/1' });
    expect(score(expecting('warning', ['culture']), finds({ rule: 'culture/x' }))).toEqual({
      'phrases-catch': '1/1',
    });
  });

  it('without expectation are left alone by bias and pay findings that weigh, but for those on the whole draft', () => {
    const clean = { phrases: [{ id: '1', text: 'a team', expect: [] }] };
    expect(score(clean, finds())).toEqual({ 'phrases-pass': '1/1' });
    expect(score(clean, finds({ rule: 'age/x' }))).toEqual({ 'phrases-pass': '0/1' });
    expect(score(clean, finds({ rule: 'pay/x' }))).toEqual({ 'phrases-pass': '0/1' });
    expect(score(clean, finds({ rule: 'age/x', severity: 'info' }, { rule: 'style/x' }))).toEqual({
      'phrases-pass': '1/1',
    });
    const whole = finds(
      { rule: 'sections/x' },
      { rule: 'law/x' },
      { rule: 'pay/x', data: { jurisdiction: 'US-CO' } },
    );
    expect(score(clean, whole)).toEqual({ 'phrases-pass': '1/1' });
  });
});

describe('section cases', () => {
  it('count every answer, and no kind that they do not ask for', () => {
    const cases = {
      sections: [
        { id: '1', format: 'md', text: 'x', present: ['location'], absent: ['deadline', 'location'] },
      ],
    };
    expect(score(cases, finds())).toEqual({ sections: '2/3' });
  });
});

describe('fix cases', () => {
  const fixing = (acceptable: string[], noneOk = false) => ({
    fixes: [{ id: '1', text: 'He sells.', quote: 'He', acceptable, noneOk }],
  });

  it('take the first fix of the strongest finding on the quote', () => {
    const lint = finds(
      { rule: 'style/x', passage: 'He', severity: 'info', fix: 'It' },
      { rule: 'gender/x', passage: 'He sells', fix: 'You sell' },
    );
    expect(score(fixing(['You sell.']), lint)).toEqual({ fixes: '1/1' });
    expect(score(fixing(['It sells.']), lint)).toEqual({ fixes: '0/1' });
  });

  it('want no fix where none is acceptable', () => {
    const advice = finds({ rule: 'gender/x', passage: 'He' });
    expect(score(fixing([]), advice)).toEqual({ fixes: '1/1' });
    expect(score(fixing(['You sell.']), advice)).toEqual({ fixes: '0/1' });
    expect(score(fixing(['You sell.'], true), advice)).toEqual({ fixes: '1/1' });
    expect(score(fixing([]), finds({ rule: 'gender/x', passage: 'He', fix: 'It' }))).toEqual({
      fixes: '0/1',
    });
  });
});

describe('law cases', () => {
  const law = (expectation: unknown[], clean: string[] = []) => ({
    law: [{ id: '1', format: 'md', text: 'x', employer: {}, asOf: '2026-01-01', expect: expectation, clean }],
  });
  const found = (data: Record<string, unknown>, severity?: Severity) =>
    finds({ rule: 'law/x', data, ...(severity && { severity }) });

  it('want each duty by its data, or an alternative, and nothing for places that are clean', () => {
    const range = { jurisdiction: 'US-WA', problem: 'open-ended-range', alt: ['pay-range'] };
    expect(score(law([range]), found({ jurisdiction: 'US-WA', problem: 'open-ended-range' }))).toEqual({
      law: '1/1',
    });
    expect(score(law([range]), found({ jurisdiction: 'US-WA', missing: 'pay-range' }))).toEqual({
      law: '1/1',
    });
    expect(score(law([range]), found({ jurisdiction: 'US-WA', missing: 'benefits' }))).toEqual({
      law: '0/1',
    });
    expect(score(law([range]), found({ jurisdiction: 'US-CO', missing: 'pay-range' }))).toEqual({
      law: '0/1',
    });
    expect(score(law([], ['US-CO']), found({ jurisdiction: 'US-CO', missing: 'pay-range' }))).toEqual({
      law: '0/1',
    });
    expect(score(law([], ['US-CO']), found({ jurisdiction: 'US-CO', missing: 'pay-range' }, 'info'))).toEqual(
      { law: '1/1' },
    );
  });
});

it('a folder without cases is an error', () => {
  expect(() => runCases(folder({}), finds())).toThrow(/none of phrases\.json/);
});
