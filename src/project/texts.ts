import { type Found, found, Tally } from './findings.ts';
import { NearIndex, shinglesOf } from './minhash.ts';
import type { AcrossRule, Survey, SurveyedText } from './survey.ts';
import { difference } from './words.ts';

/** Shorter paragraphs are alike by chance. */
const FEWEST_WORDS = 12;
/** Sections that are about the one job. */
const OWN: ReadonlySet<string | undefined> = new Set([
  'responsibilities',
  'requirements',
  'nice-to-have',
  'summary',
]);
/** Texts that have less in common are two texts. */
const ALIKE = 0.5;

/** A text with all places where it stands. */
interface Standing {
  key: string;
  places: { survey: Survey; text: SurveyedText }[];
  postings: number;
}

/** Paragraphs that stand in many postings, and here and there in other words. */
export function compareBoilerplate(rule: AcrossRule, surveys: readonly Survey[]): Found[] {
  const texts = distinctTexts(surveys);
  const least = Math.max(rule.least, Math.ceil(rule.share * surveys.length));
  // The most frequent first: what stands in many postings leads, and its variants gather around it.
  texts.sort((a, b) => b.postings - a.postings || (a.key < b.key ? -1 : 1));
  const index = new NearIndex<Standing>(16, 2);
  const variants = new Map<Standing, Standing[]>();
  for (const text of texts) {
    const shingles = shinglesOf(text.key.split(' '));
    if (text.postings >= least) {
      const leader = index.nearest(shingles, ALIKE)?.value;
      if (!leader || text.postings * 3 > leader.postings) {
        index.add(text, shingles);
        variants.set(text, []);
        continue;
      }
      variants.get(leader)?.push(text);
      continue;
    }
    const leader = index.nearest(shingles, ALIKE)?.value;
    if (leader) variants.get(leader)?.push(text);
  }
  return [...variants].flatMap(([leader, others]) => {
    const holders = new Set(leader.places.map(({ survey }) => survey));
    const [example] = leader.places;
    if (!example) return [];
    return others.flatMap(({ places }) =>
      places
        .filter(({ survey }) => !holders.has(survey))
        .map(({ survey, text }) => {
          const { one, other } = difference(text.text, example.text.text);
          const names = { match: one, most: other, count: leader.postings, where: example.survey.path };
          return found(
            rule,
            survey,
            text.span,
            names,
            replacement(text, example.text, survey, example.survey),
          );
        }),
    );
  });
}

/** Both without marks, so that the words can be put in as they stand. */
function replacement(text: SurveyedText, most: SurveyedText, survey: Survey, example: Survey) {
  const bare = (each: SurveyedText) => each.source.replace(/\s+/g, ' ') === each.text.replace(/\s+/g, ' ');
  const own = most.words.includes('~') || most.words.includes('#');
  if (own || survey.format !== example.format || !bare(text) || !bare(most)) return undefined;
  return { title: 'Put in the words of most postings', edits: [{ span: text.span, text: most.text }] };
}

function distinctTexts(surveys: readonly Survey[]): Standing[] {
  const texts = new Map<string, Standing>();
  for (const survey of surveys) {
    for (const text of survey.texts) {
      if (text.words.length < FEWEST_WORDS || OWN.has(text.section)) continue;
      const standing = texts.get(text.key) ?? { key: text.key, places: [], postings: 0 };
      texts.set(text.key, standing);
      if (standing.places.at(-1)?.survey !== survey) standing.postings++;
      standing.places.push({ survey, text });
    }
  }
  return [...texts.values()];
}

/** Benefits with other figures than most have, at the same place. */
export function compareBenefits(rule: AcrossRule, surveys: readonly Survey[]): Found[] {
  const benefits = new Map<string, Tally<string, SurveyedText>>();
  for (const survey of surveys) {
    const seen = new Set<string>();
    for (const text of survey.texts) {
      // Figures alone make no benefit, and a text that stands twice says two things.
      if (text.section !== 'benefits' || text.figures === '' || seen.has(text.key)) continue;
      seen.add(text.key);
      const key = `${survey.places.join(' ')}\n${text.key}`;
      const tally = benefits.get(key) ?? new Tally();
      benefits.set(key, tally);
      tally.add(text.figures, survey, text);
    }
  }
  return [...benefits.values()].flatMap((tally) => {
    const judged = tally.judge(rule);
    return (judged?.others ?? []).map(({ survey, place }) => {
      const { one, other } = difference(place.text, judged?.example?.place.text ?? '');
      return found(rule, survey, place.span, {
        match: one,
        most: other,
        count: judged?.count ?? 0,
        where: judged?.example?.survey.path ?? '',
      });
    });
  });
}
