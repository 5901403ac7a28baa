import type { Block, FrontMatterValue, Posting, SourceMap } from '../contract/posting.ts';

const TITLE = /^(?:job[ _-]?)?(?:title|position|role)$/;

/**
 * The values of the front matter as blocks of one line each, `employment type: Permanent`, so that the patterns that
 * read a labelled line read them as well. A finding in one stands on the whole value.
 */
export function frontMatterBlocks(posting: Posting): Block[] {
  const titled = posting.blocks.some(({ title }) => title);
  return (posting.frontMatter?.values ?? []).map((value) => ({
    index: -1,
    kind: 'cell',
    title: !titled && TITLE.test(value.key),
    level: undefined,
    pseudo: false,
    text: `${value.key.replace(/[\s._-]+/g, ' ')}: ${value.value}`,
    map: mapOf(value),
    source: value.source,
    regions: [],
    language: posting.language,
    section: undefined,
    heading: undefined,
    depth: 0,
  }));
}

function mapOf({ source }: FrontMatterValue): SourceMap {
  return { toSource: () => [source], cover: () => source };
}
