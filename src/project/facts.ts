import { type Found, found, Tally } from './findings.ts';
import type { AcrossRule, Survey } from './survey.ts';

/** Words that a replacement may consist of without being escaped in any format. */
const PLAIN = /^[\p{L}\p{N} ,'’?!()/-]+$/u;

/** The same section under different headings. */
export function compareHeadings(rule: AcrossRule, surveys: readonly Survey[]): Found[] {
  const kinds = new Map<string, Tally<string, Survey['headings'][number]>>();
  for (const survey of surveys) {
    const counts = new Map<string, number>();
    for (const { kind } of survey.headings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    for (const heading of survey.headings) {
      // Of two sections of one kind neither is the section.
      if ((counts.get(heading.kind) ?? 0) > 1) continue;
      const key = `${survey.language} ${heading.kind}`;
      const tally = kinds.get(key) ?? new Tally();
      kinds.set(key, tally);
      tally.add(heading.words.replace(/\s+/g, ' '), survey, heading);
    }
  }
  return [...kinds.values()].flatMap((tally) => {
    const judged = tally.judge(rule);
    if (!judged) return [];
    const { most, count, example, others } = judged;
    return others.map(({ form, survey, place }) => {
      const names = { match: form, most, count, where: example?.survey.path ?? '' };
      const edit =
        place.wordsSpan && PLAIN.test(most)
          ? { title: `Rename to “${most}”`, edits: [{ span: place.wordsSpan, text: most }] }
          : undefined;
      return found(rule, survey, place.span, names, edit);
    });
  });
}

const ABBREVIATED: Readonly<Record<string, string>> = {
  sr: 'senior',
  snr: 'senior',
  jr: 'junior',
  jnr: 'junior',
  mgr: 'manager',
  asst: 'assistant',
  eng: 'engineer',
  dev: 'developer',
  and: '',
  '&': '',
};

/** A title without what is written in several ways: hyphens, spaces, capitals, short forms. */
export function titleKey(words: readonly string[]): string {
  return words
    .map((word) => ABBREVIATED[word.replace(/\.$/, '')] ?? word.replace(/[^\p{L}\p{N}]/gu, ''))
    .join('');
}

/** One title, spelled in several ways. */
export function compareTitles(rule: AcrossRule, surveys: readonly Survey[]): Found[] {
  const titles = new Map<string, Tally<string, undefined>>();
  for (const survey of surveys) {
    const { text, words } = survey.title;
    if (words.length < 2) continue;
    const key = `${survey.language} ${titleKey(words)}`;
    const tally = titles.get(key) ?? new Tally();
    titles.set(key, tally);
    // What is set around the words (a trailing full stop, the mark of the format) is no spelling.
    tally.add(text.replace(/\s+/g, ' ').replace(/[\s.:]+$/, ''), survey, undefined);
  }
  return [...titles.values()].flatMap((tally) => {
    const judged = tally.judge(rule);
    return (judged?.others ?? []).map(({ form, survey }) =>
      found(rule, survey, survey.title.span, {
        match: form,
        most: judged?.most ?? '',
        count: judged?.count ?? 0,
        where: judged?.example?.survey.path ?? '',
      }),
    );
  });
}

/** Pay that differs for the same title at the same place. */
export function comparePay(rule: AcrossRule, surveys: readonly Survey[]): Found[] {
  const jobs = new Map<string, Tally<string, Survey['pay'][number]>>();
  for (const survey of surveys) {
    const [first] = survey.pay;
    if (!first || survey.places.length === 0 || survey.title.words.length === 0) continue;
    // Only what is paid in the same way can be compared.
    const units = [...new Set(survey.pay.map(({ value }) => value.split(' ').slice(1).join(' ')))]
      .sort()
      .join(', ');
    const key = `${titleKey(survey.title.words)}\n${survey.places.join(' ')}\n${units}`;
    const tally = jobs.get(key) ?? new Tally();
    jobs.set(key, tally);
    tally.add([...new Set(survey.pay.map(({ value }) => value))].sort().join(', '), survey, first);
  }
  return [...jobs.values()].flatMap((tally) => {
    const judged = tally.judge(rule);
    return (judged?.others ?? []).map(({ survey, place }) =>
      found(rule, survey, place.span, {
        match: place.text,
        most: judged?.example?.place.text ?? '',
        count: judged?.count ?? 0,
        where: judged?.example?.survey.path ?? '',
      }),
    );
  });
}
