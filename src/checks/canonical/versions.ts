import type { CheckEnvironment } from '../../contract/check.ts';
import type { HouseText, HouseVariant } from '../../contract/house.ts';
import type { Posting } from '../../contract/posting.ts';
import type { SectionKind } from '../../contract/report.ts';
import { placesOf } from '../../posting/facts/job-places.ts';
import { type Token, tokenize, tokensOf } from '../../words/tokens.ts';
import { type CanonicalText, readCanonical } from './text.ts';

/** A wording of a canonical text. */
export interface Version {
  text: CanonicalText;
  /** An earlier version. */
  older: boolean;
  /** What it is for, in words; undefined: everywhere. */
  scope: string | undefined;
}

/** A canonical text, read. */
export interface KnownText {
  id: string;
  section: SectionKind;
  required: boolean;
  versions: readonly Version[];
  /** The version that a posting should have; undefined when the text does not hold for it. */
  versionFor(posting: Posting): Version | undefined;
}

const read = new WeakMap<CheckEnvironment, readonly KnownText[]>();

/** A house's texts, read once. */
export function houseTexts(environment: CheckEnvironment): readonly KnownText[] {
  const { texts } = environment.house;
  if (!texts) return [];
  let known = read.get(environment);
  if (!known) {
    known = Object.entries(texts).map(([id, text]) => knownText(id, text, environment));
    read.set(environment, known);
  }
  return known;
}

function knownText(id: string, given: HouseText, environment: CheckEnvironment): KnownText {
  const everywhere = given.text === undefined ? [] : versions(given.text, given.older, undefined);
  const variants = (given.variants ?? []).map((variant) => ({
    holds: holdsFor(variant, environment),
    versions: versions(variant.text, variant.older, scopeOf(variant)),
  }));
  return {
    id,
    section: given.section,
    required: given.use !== 'optional',
    versions: [...everywhere, ...variants.flatMap((variant) => variant.versions)],
    versionFor: (posting) => (variants.find(({ holds }) => holds(posting))?.versions ?? everywhere)[0],
  };
}

function versions(text: string, older: readonly string[] = [], scope: string | undefined): Version[] {
  return [
    { text: readCanonical(text), older: false, scope },
    ...older.map((each) => ({ text: readCanonical(each), older: true, scope })),
  ];
}

function scopeOf({ places = [], brands = [] }: HouseVariant): string {
  return [...brands, ...places].join(', ');
}

/** Both a place and a brand must hold where both are given. */
function holdsFor(
  { places, brands }: HouseVariant,
  environment: CheckEnvironment,
): (posting: Posting) => boolean {
  const finder = places && placesOf(environment.places);
  return (posting) => {
    if (brands && !brands.some((brand) => names(posting, brand))) return false;
    if (!places || !finder) return true;
    const here = finder.jobPlaces(posting).map(({ code }) => code);
    const codes = here.length > 0 ? here : (environment.employer.places ?? []);
    return codes.some(
      (code) => places.includes(code) || finder.within(code).some((each) => places.includes(each)),
    );
  };
}

/** Whether a posting names a brand, in exactly these words. */
function names({ blocks, frontMatter }: Posting, brand: string): boolean {
  const wanted = tokenize(brand);
  const has = (tokens: readonly Token[]) =>
    tokens.some((_, at) => wanted.every(({ raw }, offset) => tokens[at + offset]?.raw === raw));
  return (
    blocks.some((block) => has(tokensOf(block))) ||
    (frontMatter?.values ?? []).some(({ value }) => has(tokenize(value)))
  );
}
