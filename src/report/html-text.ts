import type { FileReport, ReportFinding, Severity } from '../contract/report.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or a quoted attribute of HTML. */
export function escapeHtml(text: string): string {
  return (
    text
      .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
      // Marks of direction could turn the page around, control characters are mistakes in HTML.
      .replace(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
        '\ufffd',
      )
  );
}

/** What weighs more wins where remarks overlap. */
const WEIGHT: Record<Severity, number> = { info: 0, warning: 1, error: 2 };

/**
 * The draft with every passage that was remarked on in a `mark`, followed by the number of each remark, which leads to
 * it: `#<id>-<number>`.
 *
 * @param id - of the file within the page
 */
export function markedText({ findings, record }: FileReport, text: string, id: string): string {
  // Of a file that holds several postings, only this one.
  const from = record?.range.start.offset ?? 0;
  const to = record?.range.end.offset ?? text.length;
  const cuts = new Set([from, to]);
  for (const { range } of findings) cuts.add(range.start.offset).add(range.end.offset);
  const ends = notesByEnd(findings);
  const starts = [...findings].sort((a, b) => a.range.start.offset - b.range.start.offset);
  const places = [...cuts].sort((a, b) => a - b);
  const open = new Set<ReportFinding>();
  let next = 0;
  let html = '';
  places.forEach((place, index) => {
    for (const finding of open) if (finding.range.end.offset <= place) open.delete(finding);
    html += (ends.get(place) ?? []).map((number) => note(id, number)).join('');
    for (; starts[next] && (starts[next]?.range.start.offset ?? 0) <= place; next++) {
      const finding = starts[next];
      if (finding && finding.range.end.offset > place) open.add(finding);
    }
    const stretch = text.slice(place, places[index + 1] ?? place);
    if (stretch === '') return;
    const [heaviest] = [...open].sort((a, b) => WEIGHT[b.severity] - WEIGHT[a.severity]);
    const shown = escapeHtml(stretch);
    html += heaviest ? `<mark class="${heaviest.severity}">${shown}</mark>` : shown;
  });
  return html;
}

/** Numbers of remarks, from 1, by where their passage ends. */
function notesByEnd(findings: readonly ReportFinding[]): Map<number, number[]> {
  const ends = new Map<number, number[]>();
  findings.forEach(({ range }, index) => {
    ends.set(range.end.offset, [...(ends.get(range.end.offset) ?? []), index + 1]);
  });
  return ends;
}

function note(id: string, number: number): string {
  return `<a class="note" id="${id}-t${number}" href="#${id}-${number}"><span class="unseen">remark </span>${number}</a>`;
}
