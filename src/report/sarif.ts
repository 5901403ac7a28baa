import type {
  FileReport,
  ReportEdit,
  ReportFinding,
  ReportFix,
  ReportRange,
  Severity,
} from '../contract/report.ts';
import type { RuleMeta } from '../contract/rule.ts';
import { fingerprints } from './fingerprints.ts';
import type { Format, ReportContext } from './format.ts';
import { pathUri } from './path-uri.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * SARIF 2.1.0, as OASIS defines it, for code scanning. The results come first and the rules they name last, so that
 * files can be written as they come.
 */
export const sarif: Format = {
  needsText: true,
  reporter(context) {
    const indexes = new Map<string, number>();
    const notifications: object[] = [];
    let first = true;
    const indexOf = (rule: string) => {
      if (!indexes.has(rule)) indexes.set(rule, indexes.size);
      return indexes.get(rule) ?? 0;
    };
    return {
      head: () =>
        `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[`,
      file(file, text) {
        if (file.error) notifications.push(failure(file, file.error.message));
        const names = fingerprints(file, text, file.record?.name);
        const results = file.findings.map((finding, index) =>
          result(finding, file, indexOf(finding.rule), names[index] ?? ''),
        );
        const parts = results.map((each) => {
          const before = first ? '\n' : ',\n';
          first = false;
          return before + JSON.stringify(each);
        });
        return parts.join('');
      },
      end() {
        const rules = [...indexes.keys()].map((id) => descriptor(id, context));
        const driver = { name: 'Posting Lint', semanticVersion: context.version, rules };
        const invocation = {
          executionSuccessful: notifications.length === 0,
          toolExecutionNotifications: notifications,
        };
        return `\n],"invocations":[${JSON.stringify(invocation)}],"tool":{"driver":${JSON.stringify(driver)}}}]}\n`;
      },
    };
  },
};

function result(finding: ReportFinding, file: FileReport, ruleIndex: number, fingerprint: string) {
  const artifactLocation = { uri: pathUri(file.path) };
  // Those of files that are never changed have nothing to be done.
  const fixes = finding.fixes.filter(({ edits }) => edits.length > 0);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: { artifactLocation, region: region(finding.range) },
        ...(file.record ? { logicalLocations: [{ name: file.record.name, kind: 'record' }] } : {}),
      },
    ],
    // The first is what GitHub looks at.
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'postingLint/v1': fingerprint },
    ...(fixes.length > 0 ? { fixes: fixes.map((each) => fix(each, artifactLocation)) } : {}),
    ...(Object.keys(finding.data).length > 0 ? { properties: finding.data } : {}),
  };
}

function fix({ title, edits }: ReportFix, artifactLocation: { uri: string }) {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation,
        replacements: edits.map(({ range, text }: ReportEdit) => ({
          deletedRegion: region(range),
          insertedContent: { text },
        })),
      },
    ],
  };
}

function region({ start, end }: ReportRange) {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

function failure({ path }: FileReport, text: string) {
  const artifactLocation = { uri: pathUri(path) };
  return { level: 'error', message: { text }, locations: [{ physicalLocation: { artifactLocation } }] };
}

function descriptor(id: string, context: ReportContext) {
  const rule = context.rule(id);
  if (!rule) return { id };
  return {
    id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    // A rule that is off by default and turned on by the house weighs what the result says.
    defaultConfiguration: rule.severity === 'off' ? { enabled: false } : { level: LEVELS[rule.severity] },
    properties: { tags: [rule.category], evidence: rule.evidence },
  };
}

function helpText({ why, limits, sources }: RuleMeta): string {
  const named = sources.map(({ title, url }) => `Source: ${title}${url ? ` <${url}>` : ''}`);
  return [why, ...(limits ? [`Limits: ${limits}`] : []), ...named].join('\n');
}

function helpMarkdown({ why, limits, sources }: RuleMeta): string {
  const named = sources.map(
    ({ title, url }) => `- ${url ? `[${escaped(title)}](<${url}>)` : escaped(title)}`,
  );
  const parts = [escaped(why), ...(limits ? [`**Limits.** ${escaped(limits)}`] : [])];
  return [...parts, ...(named.length > 0 ? ['**Sources**', named.join('\n')] : [])].join('\n\n');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}
