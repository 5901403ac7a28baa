import type { House, HouseTerm, HouseText, HouseVariant, HouseWord } from '../contract/house.ts';
import { SECTION_KINDS, type SectionKind } from '../contract/report.ts';
import type { HouseFile } from './house-schema.ts';
import type { Term } from './schema.ts';
import { isRecord } from './source.ts';

export function isSectionKind(name: string): name is SectionKind {
  return (SECTION_KINDS as readonly string[]).includes(name);
}

/** Reads the file that a text stands in; `key` leads to where the configuration names it. */
export type ReadText = (path: string, key: readonly PropertyKey[]) => Promise<string>;

type Given = HouseFile & { terms?: readonly Term[] | undefined };

/**
 * The house style of one layer: texts read from their files, names apart from their wrong spellings.
 *
 * @param given - valid, as `validate` lets through
 */
export async function houseFrom(given: Given, read: ReadText): Promise<{ terms: string[]; house: House }> {
  const { company, english, sections, order, vocabulary, title, style, limits } = given;
  const listed: HouseTerm[] = (given.terms ?? []).map((term) =>
    typeof term === 'string' ? { name: term } : term,
  );
  const house: House = { company, english, sections, order, vocabulary, title, style, limits };
  if (listed.length > 0) house.terms = listed;
  if (given.texts) house.texts = await textsFrom(given.texts, read);
  const terms = [...listed.map(({ name }) => name), ...(company?.name === undefined ? [] : [company.name])];
  return { terms, house: withoutUndefined(house) };
}

async function textsFrom(
  given: NonNullable<HouseFile['texts']>,
  read: ReadText,
): Promise<Record<string, HouseText>> {
  const texts: Record<string, HouseText> = {};
  for (const [id, { section, variants, use, ...own }] of Object.entries(given)) {
    const kind = section ?? (isSectionKind(id) ? id : undefined);
    if (!kind) continue; // a mistake that `validate` has told of
    const key = ['texts', id];
    const text: HouseText = { section: kind, ...(await versionsFrom(own, key, read)) };
    if (use) text.use = use;
    if (variants) {
      const loaded: HouseVariant[] = [];
      for (const [index, { places, brands, ...variant }] of variants.entries()) {
        const versions = await versionsFrom(variant, [...key, 'variants', index], read);
        loaded.push({ text: '', ...versions, ...(places && { places }), ...(brands && { brands }) });
      }
      text.variants = loaded;
    }
    texts[id] = text;
  }
  return texts;
}

interface Versions {
  text?: string;
  older?: string[];
}

type TextOrFile = string | { file: string };

async function versionsFrom(
  { text, older }: { text?: TextOrFile | undefined; older?: readonly TextOrFile[] | undefined },
  key: readonly PropertyKey[],
  read: ReadText,
): Promise<Versions> {
  const load = (from: TextOrFile, at: PropertyKey[]) =>
    typeof from === 'string' ? from : read(from.file, [...key, ...at, 'file']);
  const versions: Versions = {};
  if (text !== undefined) versions.text = await load(text, ['text']);
  if (older) {
    versions.older = [];
    for (const [index, version] of older.entries())
      versions.older.push(await load(version, ['older', index]));
  }
  return versions;
}

/**
 * Merges two house styles, the second winning: mappings key by key, a text of the same id as a whole; names and words
 * to avoid add up, where the second says something of the same ones as it says; other lists are taken as a whole.
 */
export function mergeHouse(first: House, second: House): House {
  const merged = mergeRecords(first, second) as House;
  if (first.texts && second.texts) merged.texts = { ...first.texts, ...second.texts };
  if (first.terms && second.terms)
    merged.terms = byKey([...first.terms, ...second.terms], ({ name }) => name);
  if (first.vocabulary && second.vocabulary) {
    const key = ({ avoid }: HouseWord) => avoid.join('\n');
    merged.vocabulary = byKey([...first.vocabulary, ...second.vocabulary], key);
  }
  return merged;
}

function mergeRecords(first: object, second: object): object {
  const merged: Record<string, unknown> = { ...first };
  for (const [key, value] of Object.entries(second)) {
    if (value === undefined) continue;
    const before = merged[key];
    merged[key] = isRecord(before) && isRecord(value) ? mergeRecords(before, value) : value;
  }
  return merged;
}

/** The last of those with the same key, each where the first stood. */
function byKey<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

function withoutUndefined(house: House): House {
  return Object.fromEntries(Object.entries(house).filter(([, value]) => value !== undefined));
}
