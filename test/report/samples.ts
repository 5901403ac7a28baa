import type { FileReport, SectionKind } from '../../src/contract/report.ts';
import { Lines } from '../../src/lint/lines.ts';
import type { Format, ReportContext } from '../../src/report/index.ts';
import { render } from '../../src/report/index.ts';
import { context, fileReport, finding, fix } from './make.ts';

/** Drafts and what was found in them, with everything that is hard to write down in some format. */
export const NURSE =
  '# Nurse (m/f)\n\nDie Küche & Söhne 🍳: a young, dynamic  team\nlooks for you.\n\nA young team.\n';
const COOK = '# Cook\n\nHe or she will cook <b>"well"</b> | `daily`, 100 %: always.\n';

function present(text: string, kind: SectionKind, passage: string): Partial<FileReport> {
  const start = text.indexOf(passage);
  const range = new Lines(text).range({ start, end: start + passage.length });
  return {
    sections: { ...fileReport('x', []).sections, [kind]: { present: true, evidence: 'content', range } },
  };
}

const second = NURSE.lastIndexOf('young');

export const SAMPLES: FileReport[] = [
  fileReport('jobs/100 %, cook:s.md', [
    finding(COOK, 'He or she', {
      rule: 'gender/pronouns',
      category: 'gender',
      severity: 'error',
      message: '“He or she” leaves\nsome <people> | out, 100 %: @all & #1.',
      docs: 'docs/rules/gender/pronouns.md',
      fixes: [fix(COOK, 'He or she', 'You')],
    }),
    finding(COOK, '<b>"well"</b>', { message: '“<b>"well"</b>” says `nothing`\u0007.' }),
  ]),
  fileReport('jobs/fine.md', [], present(COOK, 'responsibilities', 'will cook')),
  fileReport(
    'jobs/nurse.md',
    [
      finding(NURSE, '# Nurse', {
        rule: 'sections/benefits',
        category: 'sections',
        severity: 'info',
        message: 'No benefits.',
        data: { section: 'benefits' },
      }),
      finding(NURSE, 'young', {
        fixes: ['motivated', 'friendly', 'new', 'keen'].map((word) => fix(NURSE, 'young', word)),
      }),
      finding(NURSE, '  team\nlooks', {
        rule: 'style/spaces',
        category: 'style',
        message: 'Two spaces.',
        fixes: [fix(NURSE, '  team', ' team', 'safe')],
      }),
      finding(NURSE, 'young', { range: new Lines(NURSE).range({ start: second, end: second + 5 }) }),
    ],
    present(NURSE, 'location', 'Küche'),
  ),
  fileReport('jobs/picture.md', [], { error: { message: 'It is not text.' } }),
];

const TEXTS: Record<string, string> = {
  'jobs/100 %, cook:s.md': COOK,
  'jobs/fine.md': COOK,
  'jobs/nurse.md': NURSE,
};

export function show(
  format: Format,
  reports: readonly FileReport[] = SAMPLES,
  given: Partial<ReportContext> = {},
): string {
  return render(format, reports, context(given), { text: (path) => TEXTS[path] });
}
