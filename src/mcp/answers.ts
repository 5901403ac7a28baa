import * as z from 'zod';
import { SECTION_NAMES } from '../contract/names.ts';
import type { FileReport, SectionKind, Severity } from '../contract/report.ts';
import type { ActiveRule } from '../lint/index.ts';
import { atLeast } from '../report/totals.ts';

const severity = z.enum(['error', 'warning', 'info']);

/** What `lint_posting` answers with. */
export const shortened = z.object({
  summary: z.object({ errors: z.number(), warnings: z.number(), infos: z.number() }),
  findings: z.array(
    z.object({
      rule: z.string(),
      severity,
      message: z.string(),
      passage: z.string(),
      start: z.object({ line: z.number(), column: z.number() }),
      end: z.object({ line: z.number(), column: z.number() }),
      why: z.string().optional(),
      replacements: z.array(z.string()),
    }),
  ),
});

/** What `list_missing` answers with. */
export const missing = z.object({
  missing: z.array(
    z.object({
      section: z.string(),
      name: z.string(),
      severity,
      message: z.string(),
      /** How it could begin. */
      template: z.string().optional(),
    }),
  ),
  present: z.array(z.object({ section: z.string(), name: z.string(), line: z.number() })),
});

/** What `explain_rule` answers with. */
export const explained = z.object({
  id: z.string(),
  level: z.string(),
  summary: z.string(),
  why: z.string(),
  limits: z.string().optional(),
  evidence: z.string(),
  sources: z.array(z.object({ title: z.string(), url: z.string().optional() })),
  marked: z.array(z.string()),
  leftAlone: z.array(z.string()),
});

interface Answer<Data> {
  text: string;
  data: Data;
}

type Rules = ReadonlyMap<string, ActiveRule>;

/** Longer passages are cut in the middle. */
const LONGEST = 200;

/** What each tool says, for a reader and as data. */
export const asText = {
  findings(
    report: FileReport,
    text: string,
    least: Severity,
    rules: Rules,
  ): Answer<z.output<typeof shortened>> {
    const findings = report.findings
      .filter((finding) => atLeast(finding.severity, least))
      .map(({ rule, severity: weight, message, range: { start, end }, fixes }) => {
        const why = rules.get(rule)?.rule.why;
        return {
          rule,
          severity: weight,
          message,
          passage: cut(text.slice(start.offset, end.offset)),
          start: { line: start.line, column: start.column },
          end: { line: end.line, column: end.column },
          ...(why === undefined ? {} : { why }),
          replacements: fixes.map(({ title }) => title),
        };
      });
    const of = (weight: Severity) => findings.filter((finding) => finding.severity === weight).length;
    const summary = { errors: of('error'), warnings: of('warning'), infos: of('info') };
    const lines = findings.map(({ start, severity: weight, message, rule, replacements }) => {
      const hints = replacements.length > 0 ? ` (${replacements.slice(0, 3).join('; ')})` : '';
      return `${start.line}:${start.column} ${weight}: ${message} [${rule}]${hints}`;
    });
    return { text: lines.join('\n') || 'Nothing found.', data: { summary, findings } };
  },

  sections(
    report: FileReport,
    kinds: readonly SectionKind[],
    rules: Rules,
  ): Answer<z.output<typeof missing>> {
    const lacking = report.findings.flatMap(
      ({ rule, severity: weight, message, fixes, data: { section } }) => {
        const kind = kinds.find((each) => each === section);
        const asked = rules.get(rule)?.rule.check === 'required-section';
        const template = fixes[0]?.edits[0]?.text.trim();
        return kind && asked
          ? [
              {
                section: kind,
                name: SECTION_NAMES[kind],
                severity: weight,
                message,
                ...(template ? { template } : {}),
              },
            ]
          : [];
      },
    );
    const present = kinds.flatMap((kind) => {
      const info = report.sections[kind];
      return info.present ? [{ section: kind, name: SECTION_NAMES[kind], line: info.range.start.line }] : [];
    });
    const lines = [
      ...lacking.map(({ name, severity: weight, message }) => `Missing (${weight}): ${name}. ${message}`),
      `There: ${present.map(({ name, line }) => `${name} (line ${line})`).join(', ') || 'none'}.`,
    ];
    return { text: lines.join('\n'), data: { missing: lacking, present } };
  },

  rule({ rule, level }: ActiveRule): Answer<z.output<typeof explained>> {
    const marked = rule.examples.catch.map((example) =>
      typeof example === 'string' ? example : example.text,
    );
    const data = {
      id: rule.id,
      level,
      summary: rule.summary,
      why: rule.why,
      ...(rule.limits === undefined ? {} : { limits: rule.limits }),
      evidence: rule.evidence,
      sources: rule.sources.map(({ title, url }) => ({ title, ...(url === undefined ? {} : { url }) })),
      marked: marked.slice(0, 5),
      leftAlone: rule.examples.pass.slice(0, 5),
    };
    const sources = data.sources.map(({ title, url }) => `Source: ${title}${url ? ` <${url}>` : ''}`);
    const lines = [
      `${rule.id} (${level}): ${rule.summary}`,
      rule.why,
      `Evidence: ${rule.evidence}.${rule.limits ? ` ${rule.limits}` : ''}`,
      ...sources,
      ...data.marked.map((example) => `Marked: ${example}`),
      ...data.leftAlone.map((example) => `Left alone: ${example}`),
    ];
    return { text: lines.join('\n'), data };
  },
};

function cut(passage: string): string {
  if (passage.length <= LONGEST) return passage;
  return `${passage.slice(0, LONGEST / 2)} … ${passage.slice(-LONGEST / 2)}`;
}
