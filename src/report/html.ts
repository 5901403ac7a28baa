import { SECTION_NAMES } from '../contract/names.ts';
import type { FileReport, ReportFinding, SectionKind, Severity } from '../contract/report.ts';
import { type Format, nameOf, type ReportContext } from './format.ts';
import { STYLE } from './html-style.ts';
import { escapeHtml as esc, markedText } from './html-text.ts';
import { count, type Totals } from './totals.ts';

/** The sections that nearly every posting should have, in the order a reader looks for them. */
const CHECKLIST: readonly SectionKind[] = [
  'location',
  'work-model',
  'employment-type',
  'compensation',
  'benefits',
  'responsibilities',
  'requirements',
  'how-to-apply',
  'deadline',
  'about-company',
  'equal-opportunity',
  'accommodation',
];

const WORDS: Record<Severity, string> = { error: 'Error', warning: 'Warning', info: 'Advice' };

/** So many of each are named in the summary. */
const MOST_RULES = 12;
const MOST_FILES = 60;

/** One page for people, with everything in it: no script, nothing that is loaded from elsewhere. */
export const html: Format = {
  needsText: true,
  headLast: true,
  reporter(context) {
    const tally = new Tally();
    return {
      head: (totals) => (totals ? head(totals, tally, context) : ''),
      file(file, text) {
        const id = `p${tally.add(file)}`;
        return card(file, text, id, context);
      },
      end: () =>
        `</main>\n<footer><p>Made by Posting Lint ${esc(context.version)} from the drafts alone; nothing was sent anywhere.</p></footer>\n</body>\n</html>\n`,
    };
  },
};

/** What the summary tells besides totals. It grows with the number of rules, not with that of files. */
class Tally {
  readonly rules = new Map<string, { findings: number; files: number; severity: Severity }>();
  readonly sections = new Map<SectionKind, number>();
  /** The first postings with remarks, for the list of contents. */
  readonly files: { id: string; path: string; findings: number }[] = [];
  read = 0;
  #number = 0;

  /** @returns the file's number in the page */
  add(file: FileReport): number {
    const number = ++this.#number;
    if (file.error) return number;
    this.read += 1;
    const seen = new Set<string>();
    for (const { rule, severity } of file.findings) {
      const entry = this.rules.get(rule) ?? { findings: 0, files: 0, severity };
      entry.findings += 1;
      if (!seen.has(rule)) entry.files += 1;
      seen.add(rule);
      this.rules.set(rule, entry);
    }
    for (const kind of CHECKLIST) {
      if (file.sections[kind].present) this.sections.set(kind, (this.sections.get(kind) ?? 0) + 1);
    }
    if (file.findings.length > 0 && this.files.length <= MOST_FILES)
      this.files.push({ id: `p${number}`, path: nameOf(file), findings: file.findings.length });
    return number;
  }
}

function head(totals: Totals, tally: Tally, context: ReportContext): string {
  const { files, failed, errors, warnings, infos } = totals;
  const title = 'Posting Lint report';
  const clean = files - failed - totals.withFindings;
  const figures = [
    figure('', files - failed, `posting${files - failed === 1 ? '' : 's'} checked`),
    figure('', clean, 'without a remark'),
    figure('error', errors, errors === 1 ? 'error' : 'errors'),
    figure('warning', warnings, warnings === 1 ? 'warning' : 'warnings'),
    figure('info', infos, 'pieces of advice'),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="quiet">Wording that leaves people out, and what is missing. Errors are musts of a law or of your house; advice is for you to weigh.</p>
<ul class="figures">${figures.join('')}</ul>
${failed > 0 ? `<p><strong>${count(failed, 'file')} could not be checked.</strong></p>\n` : ''}${totals.hidden > 0 ? `<p class="quiet">${count(totals.hidden, 'remark')} of less weight not shown.</p>\n` : ''}</header>
<main>
<div class="columns">
${sectionSummary(tally)}${ruleSummary(tally, context)}</div>
${contents(tally)}<h2>Postings</h2>
`;
}

function figure(kind: string, number: number, words: string): string {
  return `<li${kind ? ` class="${kind}"` : ''}><strong>${number}</strong> ${words}</li>`;
}

function sectionSummary({ read, sections }: Tally): string {
  if (read === 0) return '';
  const rows = CHECKLIST.map((kind) => {
    const having = sections.get(kind) ?? 0;
    const meter = `<meter min="0" max="${read}" value="${having}" aria-hidden="true"></meter>`;
    return `<tr><th scope="row">${SECTION_NAMES[kind]}</th><td class="number">${meter}${having} of ${read}</td></tr>`;
  });
  return `<section aria-labelledby="sections"><h2 id="sections">What postings say</h2>
<table><thead><tr><th scope="col">Section</th><th scope="col" class="number">Postings that have it</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></section>
`;
}

function ruleSummary({ rules }: Tally, context: ReportContext): string {
  if (rules.size === 0) return '';
  const sorted = [...rules].sort(([a, x], [b, y]) => y.findings - x.findings || (a < b ? -1 : 1));
  const rows = sorted.slice(0, MOST_RULES).map(([id, { findings, files }]) => {
    const summary = context.rule(id)?.summary;
    const shown = summary ? `${esc(summary)} <span class="quiet">${esc(id)}</span>` : esc(id);
    return `<tr><th scope="row">${shown}</th><td class="number">${findings} in ${files}</td></tr>`;
  });
  const more = sorted.length - rows.length;
  const rest = more > 0 ? `<p class="quiet">and ${count(more, 'other rule')}.</p>` : '';
  return `<section aria-labelledby="rules"><h2 id="rules">What comes up most</h2>
<table><thead><tr><th scope="col">Remark</th><th scope="col" class="number">Times, in postings</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>${rest}</section>
`;
}

function contents({ files }: Tally): string {
  if (files.length < 2 || files.length > MOST_FILES) return '';
  const rows = files.map(
    ({ id, path, findings }) =>
      `<li><a href="#${id}">${esc(path)}</a> <span class="quiet">${count(findings, 'remark')}</span></li>`,
  );
  return `<nav aria-labelledby="contents"><h2 id="contents">Postings with remarks</h2><ul>${rows.join('\n')}</ul></nav>\n`;
}

function card(file: FileReport, text: string | undefined, id: string, context: ReportContext): string {
  const { findings, error, metrics } = file;
  const about = error
    ? 'Not checked'
    : `${findings.length === 0 ? 'No remarks' : count(findings.length, 'remark')} · ${count(metrics.words, 'word')}`;
  const heading = `<header><h3 id="${id}">${esc(nameOf(file))}</h3><p class="quiet">${about}</p></header>`;
  const parts = error
    ? `<p><strong>${esc(error.message)}</strong></p>`
    : `${checklist(file)}${findings.length > 0 ? body(file, text, id, context) : ''}`;
  return `<article class="card" aria-labelledby="${id}">\n${heading}\n${parts}\n</article>\n`;
}

function checklist({ sections, findings }: FileReport): string {
  const asked = new Set<unknown>(findings.map(({ data: { section } }) => section));
  const items = CHECKLIST.map((kind) => {
    const name = SECTION_NAMES[kind];
    if (sections[kind].present)
      return `<li class="there"><span aria-hidden="true">✓ </span>${name}<span class="unseen">: there</span></li>`;
    if (asked.has(kind))
      return `<li class="missing"><span aria-hidden="true">✗ </span>${name}<span class="unseen">: missing</span></li>`;
    return `<li><span aria-hidden="true">– </span>${name}<span class="unseen">: not found</span></li>`;
  });
  return `<h4>Sections</h4><ul class="checklist">${items.join('')}</ul>\n`;
}

function body(file: FileReport, text: string | undefined, id: string, context: ReportContext): string {
  const remarks = file.findings.map((finding, index) =>
    remark(finding, id, index + 1, text !== undefined, context),
  );
  const draft =
    text === undefined
      ? ''
      : `<div><h4>The draft, marked</h4><pre class="draft">${markedText(file, text, id)}</pre></div>\n`;
  return `<div class="body">\n${draft}<div><h4>Remarks</h4><ol class="remarks">${remarks.join('\n')}</ol></div>\n</div>`;
}

function remark(
  { severity, message, rule, range, fixes }: ReportFinding,
  id: string,
  number: number,
  linked: boolean,
  context: ReportContext,
): string {
  const meta = context.rule(rule);
  const place = `line ${range.start.line}`;
  const back = linked ? `<a href="#${id}-t${number}">${place}</a>` : place;
  const hints = fixes.slice(0, 4).map(({ title }) => `<li>${esc(title)}</li>`);
  const sources = (meta?.sources ?? []).map(({ title, url }) =>
    url && /^https?:/.test(url)
      ? `<p>Source: <a href="${esc(url)}" rel="noreferrer">${esc(title)}</a></p>`
      : `<p>Source: ${esc(title)}</p>`,
  );
  const why = meta
    ? `<details><summary>Why<span class="unseen">, remark ${number}</span></summary><p>${esc(meta.why)}</p>${sources.join('')}</details>`
    : '';
  return `<li class="${severity}" id="${id}-${number}"><p class="meta">${number}. <span class="badge">${WORDS[severity]}</span> · ${back} · ${esc(rule)}</p><p>${esc(message)}</p>${hints.length > 0 ? `<ul class="fixes">${hints.join('')}</ul>` : ''}${why}</li>`;
}
