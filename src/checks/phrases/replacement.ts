import { inflect, type PartOfSpeech } from '../../words/inflect.ts';
import type { Inflection, Match, Pattern } from '../../words/pattern.ts';

/** `person/n`, `state-of-the-art/a` */
const INFLECTED = /([\p{L}\p{M}'’-]+)\/([nva])(?![\p{L}\p{N}])/gu;
const CAPTURE = /\{([a-z0-9-]+)\}/g;

type Filling = Pick<Match<unknown>, 'captures' | 'names' | 'inflections'>;

/**
 * A replacement as it stands in the text: captures filled in, words with `/n`, `/v`, `/a` in the form of the pattern's word
 * with the same ending, first to first, second to second.
 */
export function fillReplacement(template: string, match: Filling): string {
  const taken = new Map<string, number>();
  const words = template.replace(INFLECTED, (_, word: string, ending: PartOfSpeech) => {
    const like = match.inflections.filter(({ pos }) => pos === ending);
    const number = taken.get(ending) ?? 0;
    taken.set(ending, number + 1);
    const model: Inflection | undefined = like[number] ?? like[like.length - 1];
    return inflect(word, ending, model?.form ?? 'base');
  });
  return fillCaptures(words, match).replace(/\s+/g, ' ').trim();
}

/** Fills `{1}`, `{language}` …; what was not matched becomes nothing. */
export function fillCaptures(template: string, match: Filling): string {
  return template.replace(CAPTURE, (_, name: string) =>
    /^\d+$/.test(name) ? (match.captures[Number(name)] ?? '') : (match.names[name] ?? ''),
  );
}

/**
 * What is wrong with a template for one of these patterns: a capture that none has, a form that cannot be known.
 *
 * @param others - names that are filled in besides those of the patterns
 */
export function templateMistake(
  template: string,
  patterns: readonly Pattern[],
  others: readonly string[] = [],
): string | undefined {
  if (!/[{/]/.test(template)) return undefined;
  if (template.includes('{'))
    for (const [whole, name = ''] of template.matchAll(CAPTURE)) {
      if (others.includes(name)) continue;
      const has = (pattern: Pattern) =>
        /^\d+$/.test(name)
          ? Number(name) >= 1 && Number(name) <= pattern.groups
          : pattern.classes.some((each) => each.name === name);
      if (!patterns.every(has)) return `“${whole}” stands for nothing that the pattern matches`;
    }
  if (!/\/[nva](?![a-z])/.test(template)) return undefined;
  for (const [whole, , ending] of template.matchAll(INFLECTED))
    if (!patterns.some(({ source }) => source.includes(`/${ending}`)))
      return `“${whole}” takes its form from a word with /${ending}, and the pattern has none`;
  return undefined;
}
