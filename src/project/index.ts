import type { ReportFinding } from '../contract/report.ts';
import { toReportFinding } from '../lint/report.ts';
import { suppresses } from '../lint/suppressions.ts';
import { compareWhole } from './duplicates.ts';
import { compareHeadings, comparePay, compareTitles } from './facts.ts';
import type { Found } from './findings.ts';
import type { AcrossRule, Survey } from './survey.ts';
import { compareBenefits, compareBoilerplate } from './texts.ts';

export { type Survey, surveyDraft } from './survey.ts';

type Comparison = (rule: AcrossRule, surveys: readonly Survey[]) => Found[];

const COMPARISONS: Readonly<Record<AcrossRule['compares'], Comparison>> = {
  headings: compareHeadings,
  boilerplate: compareBoilerplate,
  benefits: compareBenefits,
  pay: comparePay,
  titles: compareTitles,
  duplicates: compareWhole,
};

/**
 * Compares the postings of a project with each other. The order in which they are given makes no difference; it takes
 * time in proportion to their length.
 *
 * @param surveys - one of each posting (`surveyDraft`); paths must differ
 * @returns what is found in each posting, by path, in the order of the text
 */
export function compareProject(surveys: readonly Survey[]): Map<string, ReportFinding[]> {
  const sorted = [...surveys].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const rules = new Map<string, AcrossRule>();
  for (const survey of sorted) for (const { rule } of survey.rules) rules.set(rule.id, rule);
  const findings = new Map<string, ReportFinding[]>();
  for (const rule of [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const compared = sorted.filter((survey) => survey.rules.some((each) => each.rule.id === rule.id));
    for (const { survey, finding } of COMPARISONS[rule.compares](rule, compared)) {
      if (survey.suppressions.some((suppression) => suppresses(suppression, finding))) continue;
      const list = findings.get(survey.path) ?? [];
      findings.set(survey.path, list);
      list.push(toReportFinding(finding, rule, finding.severity, survey.lines));
    }
  }
  for (const list of findings.values()) list.sort((a, b) => a.range.start.offset - b.range.start.offset);
  return findings;
}
