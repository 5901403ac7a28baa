import * as z from 'zod';
import * as values from '../contract/house.ts';
import { SECTION_KINDS, type SectionKind } from '../contract/report.ts';

// The `error` of each part completes “‘key’ …”, as in `schema.ts`.

/** A list of names as a sentence has it: `a, b or c`. */
const either = (names: readonly string[]): string =>
  names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, { error: `must be ${either(names)}` }).optional();

/** A mapping that knows the keys given and no other. */
const mapping = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, { error: `must be a mapping with ${either(Object.keys(shape))}` });

const words = (what: string) =>
  z
    .string({ error: `must be ${what}, in quotes where YAML reads it as something else` })
    .trim()
    .min(1, {
      error: 'must not be empty',
    });

const several = (what: string, each = words(`one of the ${what}`)) =>
  z.array(each, { error: `must be a list of ${what}` });

/** One or a list; always a list in the result. */
const oneOrMore = (what: string, many: string) =>
  z
    .union([words(what), several(many).min(1, { error: 'must have something in it' })], {
      error: `must be ${what} or a list of ${many}`,
    })
    .transform((given) => [given].flat());

const count = (most?: number) => {
  const whole = z.int({ error: 'must be a whole number' }).min(1, { error: 'must be 1 or more' });
  return (most === undefined ? whole : whole.max(most, { error: `must be ${most} or less` })).optional();
};

const placeCode = (error: string) => z.string({ error }).regex(/^[A-Z]{2}(?:-[A-Z0-9]+)*$/, { error });

/** Codes of places, as `employer.places` and texts have them. */
export const places = z.array(
  placeCode('must be the code of a country or state, such as US-CO, DE or CA-ON'),
  {
    error: 'must be a list of codes of countries or states, such as US-CO',
  },
);

const company = mapping({
  name: words('the name of the company').optional().describe('The name as postings write it.'),
  not: several('wrong spellings')
    .optional()
    .describe('Spellings of the name that are wrong, each as it stands.'),
}).describe('The company that hires.');

const english = oneOf(values.ENGLISH).describe(
  'The variety of English that postings are written in, such as en-US or en-GB.',
);

const section = mapping({
  use: oneOf(values.USES).describe(
    'Whether a posting must have it (required), may have it (optional) or must not (forbidden).',
  ),
  heading: words('a heading').optional().describe('The heading it stands under, without marks.'),
  also: several('headings').optional().describe('Other headings that are as good.'),
});

const sections = mapping(
  Object.fromEntries(
    SECTION_KINDS.map((kind) => [kind, section.optional().describe(`The section ${kind}.`)]),
  ) as Record<SectionKind, z.ZodOptional<typeof section>>,
).describe('What the house has decided of each kind of section.');

const kind = z.enum(SECTION_KINDS, { error: 'must be a kind of section, such as benefits' });

const order = z
  .array(kind, { error: 'must be a list of kinds of section, such as benefits' })
  .refine((listed) => new Set(listed).size === listed.length, {
    error: 'must name each kind of section once',
  })
  .describe('The order that sections stand in. Kinds that are not listed may stand anywhere.');

/** A text, or the file that it stands in. */
const textOrFile = z.union(
  [
    words('a text'),
    mapping({
      file: words('the path of a file').describe('Path of the file, from the folder of this configuration.'),
    }),
  ],
  { error: 'must be a text, or file: with the path of one' },
);

const older = z
  .array(textOrFile, { error: 'must be a list of texts' })
  .optional()
  .describe('Earlier versions, which are to be replaced.');

const variant = mapping({
  text: textOrFile.describe('The text there.'),
  older,
  places: places.optional().describe('Where it holds: codes such as US-CO, DE or CA-ON.'),
  brands: several('names').optional().describe('Brands it holds for: postings that name one of them.'),
}).refine(({ places: where, brands }) => where !== undefined || brands !== undefined, {
  error: 'must say where it holds: places or brands',
});

const text = mapping({
  section: kind
    .optional()
    .describe('The kind of section it stands in. Not needed where the name of the text is one.'),
  text: textOrFile
    .optional()
    .describe(
      'The text, in Markdown and without the heading, or file: with the path of a file that holds it. [Brackets] stand for words that each posting fills in.',
    ),
  older,
  variants: z
    .array(variant, { error: 'must be a list of texts with their places or brands' })
    .optional()
    .describe('Other texts in its stead for some places or brands; the first that holds counts.'),
  use: oneOf(['required', 'optional']).describe(
    'Whether each posting carries it (required, unless said otherwise) or it is only compared where a posting has it (optional).',
  ),
}).refine((given) => given.text !== undefined || given.variants !== undefined, {
  error: 'must be a text, or file: with the path of one',
  path: ['text'],
});

const texts = z
  .record(z.string(), text, { error: 'must be a mapping from names to texts' })
  .describe('Texts that postings carry word for word, each under a name of your own.');

const word = mapping({
  avoid: oneOrMore('the words to avoid', 'words').describe(
    'The words, in the pattern language of rules: staff, (staff|personnel), employee/n.',
  ),
  use: oneOrMore('the words to use', 'words').optional().describe('What to say instead, best first.'),
  because: words('a reason').optional().describe('The reason, for the person who reads the remark.'),
  level: oneOf(['info', 'warning', 'error']).describe('How much it weighs; warning unless said otherwise.'),
});

const vocabulary = z
  .array(word, { error: 'must be a list, each with avoid' })
  .describe('Words to avoid and what to say instead.');

const title = mapping({
  ending: words('the end of titles').optional().describe('What every title ends in, such as (m/f/d).'),
  form: oneOrMore('a pattern', 'patterns')
    .optional()
    .describe('A pattern, or several, that a whole title must follow.'),
  maxWords: count().describe('Most words in a title.'),
  maxCharacters: count().describe('Most characters in a title.'),
}).describe('What titles look like.');

const style = mapping({
  headings: mapping({
    case: oneOf(values.HEADING_CASES).describe(
      'Capitals of headings: What we offer (sentence), What We Offer (title), WHAT WE OFFER (upper).',
    ),
    level: count(6).describe('Level of the headings of sections, 1 to 6.'),
    ending: oneOf(values.HEADING_ENDINGS).describe('What headings end in.'),
  })
    .optional()
    .describe('Headings.'),
  lists: mapping({
    ending: oneOf(values.LIST_ENDINGS).describe('What items end in that are no whole sentences.'),
    opening: oneOf(values.LIST_OPENINGS).describe(
      'How duties begin: Lead … (verb), Leading … (ing), Leads … (third-person).',
    ),
    capital: z
      .boolean({ error: 'must be true or false' })
      .optional()
      .describe('Whether items begin with a capital.'),
    marker: oneOf(values.LIST_MARKERS).describe('The mark of items in Markdown.'),
  })
    .optional()
    .describe('Lists.'),
  quotes: oneOf(values.QUOTES).describe('Straight or curly quotation marks and apostrophes.'),
  dashes: oneOf(values.DASHES).describe(
    'Dashes between words: a—b (em), a — b (spaced-em), a – b (spaced-en), a - b (spaced-hyphen).',
  ),
  ranges: oneOf(values.RANGES).describe('Between two numbers: 3–5 (en-dash), 3-5 (hyphen), 3 to 5 (to).'),
  numbers: mapping({
    spellOutTo: count(20).describe('Whole numbers up to this one are written in words.'),
    thousands: oneOf(values.THOUSANDS).describe(
      'Between thousands: 90,000 (comma), 90.000 (point), 90 000 (space), 90000 (none).',
    ),
  })
    .optional()
    .describe('Numbers.'),
  currency: mapping({
    form: oneOf(values.CURRENCY_FORMS).describe('€ (symbol) or EUR (code).'),
    place: oneOf(values.CURRENCY_PLACES).describe('Before or after the amount.'),
  })
    .optional()
    .describe('Amounts of money.'),
  dates: oneOf(values.DATE_FORMS).describe('How dates are written: 3 May 2027 is D Month YYYY.'),
  exclamationMarks: oneOf(values.ALLOWANCES).describe('Exclamation marks.'),
  emoji: oneOf(values.ALLOWANCES).describe('Emoji.'),
  allCaps: oneOf(values.ALLOWANCES).describe('Words in capitals for emphasis.'),
  tags: oneOf(values.TAG_PLACES).describe(
    'Tracking tags such as #LI-Remote: at the end, anywhere or not at all.',
  ),
}).describe('How postings are set.');

const limits = mapping({
  words: mapping({
    min: count().describe('Fewest words.'),
    max: count().describe('Most words.'),
  })
    .optional()
    .describe('Words of a posting.'),
  mustHaves: count().describe('Most requirements that are musts.'),
  sentence: count().describe('Most words in a sentence.'),
}).describe('How long and how demanding a posting may be.');

/** The keys of a configuration that make up the house style, `terms` excepted. */
export const houseShape = {
  company: company.optional(),
  english,
  sections: sections.optional(),
  order: order.optional(),
  texts: texts.optional(),
  vocabulary: vocabulary.optional(),
  title: title.optional(),
  style: style.optional(),
  limits: limits.optional(),
};

const houseSchema = z.object(houseShape);
/** The house style as a file says it: texts may still stand in files of their own. */
export type HouseFile = z.output<typeof houseSchema>;
