import type { Block, Posting } from '../../contract/posting.ts';
import { tokenize, tokensOf } from '../../words/tokens.ts';
import { findPlaces } from '../facts/places.ts';
import type { Recogniser } from '../read.ts';
import { singleWords } from './acts.ts';
import { findDetached, type Read } from './conditions.ts';
import { CueFinder } from './cues.ts';
import type { SectionDefinition } from './definition.ts';
import { Fields } from './fields.ts';
import { Vocabulary } from './headings.ts';
import { outline } from './outline.ts';
import { Judge } from './presence.ts';
import { markStatements } from './statements.ts';

export type {
  Cue,
  CueCondition,
  Fact,
  SectionDefinition,
  SectionTemplate,
  TemplatePart,
} from './definition.ts';
export { FACTS } from './definition.ts';

/**
 * Compiles what section rules say into what recognises sections.
 *
 * @param definitions - one for each kind of section
 * @param lists - the named word lists
 * @param options.remember - keeps what is found in blocks, for postings that share theirs (see `shareTokens`)
 * @throws {PatternError} for a pattern with a mistake
 */
export function createRecogniser(
  definitions: readonly SectionDefinition[],
  lists: Readonly<Record<string, readonly string[]>>,
  { remember = false } = {},
): Recogniser {
  const environment = { lists };
  const vocabulary = new Vocabulary(definitions, environment);
  const finder = new CueFinder(definitions, environment, { remember });
  const verbs = singleWords(lists['duty-verb'] ?? []);
  const fields = new Fields(definitions, finder);
  return {
    heading: (text) => first(vocabulary.heading(text)),
    label: (text) => first(vocabulary.label(text)),
    recognise(posting: Posting): void {
      const announced = outline(posting, vocabulary);
      const judge = new Judge({ posting, announced, finder, definitions, frontMatter: fields.read(posting) });
      const title = titleWords(posting);
      const detached = findDetached(posting.blocks);
      const open = judge.open();
      const reads = posting.blocks.map((block, index): Read => {
        const tokens = tokensOf(block);
        const section = detached[index] ? undefined : block.section;
        const finds = finder.find(tokens, block.text, section, open);
        const places = findPlaces(tokens, block.text, finds.places);
        const unnamed = isUnnamed(block, posting);
        return { block, tokens, finds, places, detached: detached[index] ?? false, unnamed, verbs, title };
      });
      judge.fill(reads, markStatements(reads));
    },
  };
}

/** Whether a heading or label stands over a block that says nothing of what its section is. */
function isUnnamed({ kind, section, heading, regions }: Block, { blocks }: Posting): boolean {
  if (section !== undefined || kind === 'heading') return false;
  const over = heading === undefined ? undefined : blocks[heading];
  return (over !== undefined && !over.title) || regions.some((region) => region.kind === 'label');
}

function titleWords({ blocks, frontMatter }: Posting): Set<string> {
  const block = blocks.find((each) => each.title);
  const tokens = block
    ? tokensOf(block)
    : tokenize(frontMatter?.values.find(({ key }) => key === 'title')?.value ?? '');
  return new Set(tokens.map(({ norm }) => norm));
}

function first({ strong, weak }: ReturnType<Vocabulary['heading']>) {
  return strong[0] ?? weak[0];
}
