import { sameWords } from '../checks/form/headings.ts';
import { ENGLISH, type English } from '../contract/house.ts';
import type { SectionKind } from '../contract/report.ts';
import type { FormKind, Sample } from './sample.ts';

/** Something that most postings do, with how many of how many. */
export interface Counted<Value> {
  value: Value;
  count: number;
  of: number;
}

export interface ProposedSection {
  kind: SectionKind;
  /** Nearly all postings have it. */
  required: boolean;
  /** How many have it at all. */
  present: number;
  heading: Counted<string> | undefined;
  also: readonly Counted<string>[];
}

export interface ProposedText {
  name: string;
  section: SectionKind;
  text: string;
  /** Postings that carry each of its paragraphs, the rarest's. */
  count: number;
  required: boolean;
}

/** What the majority of postings does. */
export interface Proposal {
  /** Postings looked at, in the language of most. */
  postings: number;
  /** In other languages, left aside. */
  others: number;
  language: string;
  english: Counted<English> | undefined;
  sections: readonly ProposedSection[];
  order: Counted<readonly SectionKind[]> | undefined;
  texts: readonly ProposedText[];
  forms: ReadonlyMap<FormKind, Counted<string>>;
}

/** Nearly all. */
const MUST = 0.9;
/** A clear majority of forms. */
const CLEAR = 0.8;
const MOST = 0.5;
/** A heading that so many use is as good as the first. */
const ALSO = 0.1;
/** Fewer places of a form show nothing. */
const FEWEST = 5;
const FEWEST_WORDS = 12;
/** Kinds that can hardly be told to be missing. */
const LOOSE: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'summary',
  'about-team',
  'nice-to-have',
  'legal',
]);
/** Kinds whose texts are about the one job. */
const OWN: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'responsibilities',
  'requirements',
  'nice-to-have',
  'summary',
  'compensation',
  'location',
  'deadline',
]);

/**
 * What most postings do, as a house style. The order of samples makes no difference.
 *
 * @param samples - of each posting one (`sampleDraft`)
 */
export function propose(samples: readonly Sample[]): Proposal {
  const language = languageOf(samples);
  const own = samples
    .filter((sample) => sample.language === language)
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const sections = sectionsOf(own);
  return {
    postings: own.length,
    others: samples.length - own.length,
    language,
    english: language === 'en' ? englishOf(own) : undefined,
    sections,
    order: orderOf(own, sections),
    texts: textsOf(own),
    forms: formsOf(own),
  };
}

/** English, where it is nearly as frequent as the most frequent: the house style is about English first. */
function languageOf(samples: readonly Sample[]): string {
  const counts = countOf(samples.map(({ language }) => language));
  const [most] = counts;
  const english = counts.find(([language]) => language === 'en');
  return english && most && english[1] >= most[1] * CLEAR ? 'en' : (most?.[0] ?? 'en');
}

function englishOf(samples: readonly Sample[]): Counted<English> | undefined {
  const spellings = samples.flatMap((sample) => sample.spellings);
  if (spellings.length < FEWEST) return undefined;
  // Of varieties that fit equally well, the one named first; the others of the Commonwealth spell as British does.
  const varieties = ['US', 'GB', 'CA', 'AU'].map((variety) => ({
    variety,
    wrong: spellings.filter((wrongIn) => wrongIn.includes(variety)).length,
  }));
  const [best] = varieties.sort((a, b) => a.wrong - b.wrong);
  const value = ENGLISH.find((english) => english === `en-${best?.variety}`);
  const count = spellings.length - (best?.wrong ?? 0);
  return value && count >= spellings.length * MUST ? { value, count, of: spellings.length } : undefined;
}

function sectionsOf(samples: readonly Sample[]): ProposedSection[] {
  const kinds = new Map<SectionKind, string[]>();
  for (const sample of samples) {
    const seen = new Set<SectionKind>();
    for (const { kind, heading } of sample.sections) {
      // Of several of one kind the first counts.
      if (seen.has(kind)) continue;
      seen.add(kind);
      kinds.set(kind, [...(kinds.get(kind) ?? []), heading]);
    }
  }
  return [...kinds]
    .flatMap(([kind, headings]): ProposedSection[] => {
      const present = samples.filter((sample) => sample.present.has(kind)).length;
      const required = present >= samples.length * MUST && !LOOSE.has(kind);
      // What is seldom under a heading of its own has no heading of the house.
      if (headings.length < samples.length * MOST && !required) return [];
      const [first, ...others] = headingsOf(headings);
      const clear =
        first && first.count >= headings.length * MOST && headings.length >= samples.length * MOST;
      const heading = clear ? first : undefined;
      const also = others.filter(({ count }) => count >= headings.length * ALSO);
      return heading || required ? [{ kind, required, present, heading, also: heading ? also : [] }] : [];
    })
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** Headings that differ in capitals only count as one, written as most have it. The most frequent first. */
function headingsOf(headings: readonly string[]): Counted<string>[] {
  const spelled = countOf(headings);
  return countOf(headings.map(sameWords)).map(([words, count]) => {
    const value = spelled.find(([heading]) => sameWords(heading) === words)?.[0] ?? words;
    return { value, count, of: headings.length };
  });
}

/** The kinds with headings of the house in the order that nearly all postings have them in. */
function orderOf(
  samples: readonly Sample[],
  sections: readonly ProposedSection[],
): Counted<readonly SectionKind[]> | undefined {
  const kinds = new Set(sections.filter(({ heading }) => heading).map(({ kind }) => kind));
  const ranks = new Map<SectionKind, number[]>();
  const lists = samples.map((sample) =>
    [...new Set(sample.sections.map(({ kind }) => kind))].filter((kind) => kinds.has(kind)),
  );
  for (const list of lists)
    list.forEach((kind, at) => {
      ranks.set(kind, [...(ranks.get(kind) ?? []), (at + 1) / (list.length + 1)]);
    });
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const order = [...ranks]
    .map(([kind, values]) => ({ kind, mean: mean(values) }))
    .sort((a, b) => a.mean - b.mean || (a.kind < b.kind ? -1 : 1))
    .map(({ kind }) => kind);
  // A kind that often stands elsewhere has no place of its own.
  for (;;) {
    const follows = (list: readonly SectionKind[]) =>
      rising(
        list.filter((kind) => order.includes(kind)),
        order,
      );
    const telling = lists.filter((list) => list.filter((kind) => order.includes(kind)).length > 1);
    const count = telling.filter(follows).length;
    if (order.length < 2) return undefined;
    if (count >= telling.length * CLEAR) return { value: order, count, of: telling.length };
    const without = order.map((kind) => ({
      kind,
      follow: telling.filter((list) =>
        rising(
          list.filter((each) => each !== kind && order.includes(each)),
          order,
        ),
      ).length,
    }));
    without.sort((a, b) => b.follow - a.follow || (a.kind < b.kind ? -1 : 1));
    order.splice(order.indexOf(without[0]?.kind ?? order[0]!), 1);
  }
}

function rising(list: readonly SectionKind[], order: readonly SectionKind[]): boolean {
  return list.every((kind, at) => at === 0 || order.indexOf(list[at - 1] ?? kind) <= order.indexOf(kind));
}

/** Paragraphs of a section that most postings carry word for word, together one text. */
function textsOf(samples: readonly Sample[]): ProposedText[] {
  const standing = new Map<
    string,
    { count: number; section: SectionKind; source: string; item: boolean; place: number }
  >();
  for (const sample of samples) {
    const seen = new Set<string>();
    sample.texts.forEach(({ section, text, source, item }, place) => {
      if (
        section === undefined ||
        OWN.has(section) ||
        seen.has(text) ||
        text.split(/\s+/).length < FEWEST_WORDS
      )
        return;
      // Marks around the words would have to be balanced: only what stands there as it reads.
      if (source.replace(/\s+/g, ' ') !== text.replace(/\s+/g, ' ') || /[[\]{}<>]/.test(text)) return;
      seen.add(text);
      const known = standing.get(text) ?? { count: 0, section, source: text, item, place };
      standing.set(text, { ...known, count: known.count + 1 });
    });
  }
  const bySection = new Map<SectionKind, { count: number; source: string; item: boolean; place: number }[]>();
  for (const text of standing.values()) {
    if (text.count < samples.length * MOST || text.count < 3) continue;
    bySection.set(text.section, [...(bySection.get(text.section) ?? []), text]);
  }
  return [...bySection]
    .map(([section, texts]) => {
      texts.sort((a, b) => a.place - b.place || (a.source < b.source ? -1 : 1));
      const count = Math.min(...texts.map((text) => text.count));
      const text = texts.map(({ item, source }) => (item ? `- ${source}` : source)).join('\n\n');
      return { name: section, section, text, count, required: count >= samples.length * MUST };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function formsOf(samples: readonly Sample[]): Map<FormKind, Counted<string>> {
  const forms = new Map<FormKind, Counted<string>>();
  const kinds = samples[0] ? (Object.keys(samples[0].forms) as FormKind[]) : [];
  for (const kind of kinds) {
    const all = samples.flatMap((sample) => sample.forms[kind]);
    const [first] = countOf(all);
    if (first && first[0] !== '' && all.length >= FEWEST && first[1] >= all.length * CLEAR)
      forms.set(kind, { value: first[0], count: first[1], of: all.length });
  }
  return forms;
}

/** The most frequent first; of equally frequent ones in the order of their letters. */
function countOf(values: readonly string[]): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
