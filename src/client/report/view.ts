import type { Severity } from '../../contract/report.ts';
import type { CodedWord, Metrics, PostingReport, SectionEntry } from '../../protocol/index.ts';
import type { Translate } from '../localize.ts';
import type { Balance, Finding, Meter, ReportView, SectionItem } from './messages.ts';
import { categoryNames, evidenceNames, sectionNames, severityNames } from './names.ts';

/**
 * Puts a report into words and pictures.
 *
 * @param file - name of the document, for the line below the title
 * @param language - of the words that `t` gives
 */
export function viewOf(report: PostingReport, file: string, language: string, t: Translate): ReportView {
  return {
    language,
    title: report.title ?? t('Untitled posting'),
    file,
    summary: summary(report, t),
    glance: { heading: t('At a glance'), meters: meters(report.metrics, t) },
    sections: sections(report.sections, t),
    wording: wording(report, t),
    balance: balance(report.metrics.coded, t),
  };
}

function summary({ counts }: PostingReport, t: Translate): ReportView['summary'] {
  const fix = counts.error + counts.warning;
  const consider = counts.info === 0 ? '' : t('{0} to consider', counts.info);
  if (fix > 0) return { tone: 'fix', headline: t('{0} to fix', fix), detail: consider };
  if (counts.info > 0) return { tone: 'consider', headline: consider, detail: t('Nothing has to be fixed.') };
  return {
    tone: 'clear',
    headline: t('Nothing to fix'),
    detail: t('This posting is ready for a second pair of eyes.'),
  };
}

function sections(entries: readonly SectionEntry[], t: Translate): ReportView['sections'] {
  const names = sectionNames(t);
  const wanted = entries.filter(({ level }) => level !== 'off');
  const present = wanted.filter(({ state }) => state === 'present');
  const extra = entries.filter(({ level, state }) => level === 'off' && state === 'present');
  return {
    heading: t('What applicants look for'),
    caption: t('{0} of {1} there', present.length, wanted.length),
    items: wanted.map((entry) => sectionItem(entry, names[entry.kind] ?? entry.name, t)),
    extra:
      extra.length === 0
        ? ''
        : t('Also there: {0}', extra.map(({ kind, name }) => names[kind] ?? name).join(', ')),
  };
}

function sectionItem(entry: SectionEntry, name: string, t: Translate): SectionItem {
  const { kind, state, level, evidence, range, insert } = entry;
  const severity: Severity = level === 'off' ? 'info' : level;
  const base = { kind, name, state, severity, ...(range ? { range } : {}) };
  switch (state) {
    case 'present':
      return { ...base, stateName: t('There'), note: evidence ? evidenceNames(t)[evidence] : '' };
    case 'empty':
      return { ...base, stateName: t('Empty'), note: t('a heading with nothing under it') };
    case 'missing':
      return {
        ...base,
        stateName: t('Missing'),
        note: severity === 'info' ? t('good to have') : t('expected'),
        ...(insert ? { insert: t('Insert') } : {}),
      };
  }
}

/** So many findings fit on a page with all there is to say of them; of more, one sees the passages first. */
const FEW_FINDINGS = 6;

function wording({ groups }: PostingReport, t: Translate): ReportView['wording'] {
  const names = categoryNames(t);
  const severities = severityNames(t);
  const seen = new Map<string, number>();
  const count = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  return {
    heading: t('Wording'),
    caption: count === 0 ? t('Nothing stands out.') : t('Click a passage to go there.'),
    groups: groups.map(({ category, name, findings }) => ({
      id: category,
      name: names[category] ?? name,
      preview: [...new Set(findings.map(({ excerpt }) => t('“{0}”', excerpt)))].join(', '),
      open: count <= FEW_FINDINGS,
      findings: findings.map((finding): Finding => {
        const { rule, severity, excerpt, message, range, fix } = finding;
        const key = `${rule} ${excerpt}`;
        const turn = seen.get(key) ?? 0;
        seen.set(key, turn + 1);
        return {
          id: `${key} ${turn}`,
          rule,
          severity,
          severityName: severities[severity],
          excerpt,
          message,
          range,
          explain: t('Why?'),
          ...(fix === undefined ? {} : { fix }),
        };
      }),
    })),
  };
}

/** Eight in ten of the postings that we measured have a length between these. */
const USUAL_WORDS = [250, 1150] as const;
const MOST_WORDS = 1600;
/** From here on a list of requirements is long. */
const MANY_MUSTS = 10;

function meters(metrics: Metrics, t: Translate): Meter[] {
  const { words, minutes, readingEase, readingLevel, you, candidate, mustHaves, niceToHaves } = metrics;
  return [
    {
      id: 'reading',
      label: t('Reading ease'),
      value: readingLevel === null ? t('Not measured') : readingName(readingLevel, t),
      note: readingNote(readingLevel, t),
      picture: 'scale',
      at: readingEase === null ? null : readingEase / 100,
      usual: [0.5, 1],
      low: t('hard'),
      high: t('easy'),
    },
    {
      id: 'length',
      label: t('Length'),
      value: t('{0} words', words),
      note: lengthNote(words, minutes, t),
      picture: 'scale',
      at: Math.min(1, words / MOST_WORDS),
      usual: [USUAL_WORDS[0] / MOST_WORDS, USUAL_WORDS[1] / MOST_WORDS],
      low: t('short'),
      high: t('long'),
    },
    {
      id: 'address',
      label: t('Who you speak to'),
      value: addressValue(you, candidate, t),
      note: addressNote(you, candidate, t),
      picture: 'parts',
      parts: [
        { label: t('“you”'), count: you },
        { label: t('“the candidate”'), count: candidate },
      ],
    },
    {
      id: 'musts',
      label: t('Must-haves'),
      value: niceToHaves > 0 ? t('{0}, and {1} nice to have', mustHaves, niceToHaves) : String(mustHaves),
      note: mustsNote(mustHaves, niceToHaves, t),
      picture: 'dots',
      full: mustHaves,
      open: niceToHaves,
    },
  ];
}

function readingName(level: NonNullable<Metrics['readingLevel']>, t: Translate): string {
  switch (level) {
    case 'easy':
      return t('Easy');
    case 'plain':
      return t('Plain');
    case 'fairly-hard':
      return t('Fairly hard');
    case 'hard':
      return t('Hard');
    case 'very-hard':
      return t('Very hard');
  }
}

function readingNote(level: Metrics['readingLevel'], t: Translate): string {
  if (level === null) return t('The posting is too short to tell, or not in English.');
  if (level === 'easy' || level === 'plain') return t('Most people read this without effort.');
  return t('Shorter sentences and everyday words make it easier.');
}

function lengthNote(words: number, minutes: number, t: Translate): string {
  if (words < USUAL_WORDS[0]) return t('Shorter than most. Is everything said?');
  if (words > USUAL_WORDS[1]) return t('Longer than most. What could go?');
  return minutes === 1
    ? t('About a minute to read; as long as most.')
    : t('About {0} minutes to read; as long as most.', minutes);
}

function addressValue(you: number, candidate: number, t: Translate): string {
  if (you === 0 && candidate === 0) return t('No one yet');
  return you >= candidate ? t('The reader') : t('A third person');
}

function addressNote(you: number, candidate: number, t: Translate): string {
  if (you === 0 && candidate === 0) return t('Speak to the reader as “you”.');
  if (candidate === 0 || you > candidate * 3) return t('It speaks to the reader. Good.');
  return t('“You” is warmer than “the candidate”.');
}

function mustsNote(musts: number, nice: number, t: Translate): string {
  if (musts === 0) return t('No list of requirements found.');
  if (musts >= MANY_MUSTS) return t('A long list. Which are needed on the first day?');
  return nice > 0 ? t('Needs and wishes are told apart.') : t('A list that can be taken in.');
}

function balance(coded: Metrics['coded'], t: Translate): Balance {
  const masculine = side(t('Masculine'), coded.masculine);
  const feminine = side(t('Feminine'), coded.feminine);
  return {
    heading: t('Gender-coded words'),
    sentence: leaning(masculine.count, feminine.count, t),
    note: t(
      'Studies disagree on how much such words matter. It is worth a look when one side is much longer.',
    ),
    masculine,
    feminine,
  };
}

function side(label: string, words: readonly CodedWord[]): Balance['masculine'] {
  return {
    label,
    count: words.reduce((sum, { count }) => sum + count, 0),
    words: words.map(({ word, count }) => (count > 1 ? `${word} ×${count}` : word)),
  };
}

function leaning(masculine: number, feminine: number, t: Translate): string {
  const [less, more] = masculine < feminine ? [masculine, feminine] : [feminine, masculine];
  if (more === 0) return t('None found.');
  if (more - less <= 2 || more < less * 1.5) return t('About even.');
  return masculine > feminine
    ? t('Leans to words that read as masculine.')
    : t('Leans to words that read as feminine.');
}
