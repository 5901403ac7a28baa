import * as z from 'zod';
import type { Level } from '../contract/report.ts';
import { houseShape, places } from './house-schema.ts';

export const PRESETS = ['recommended', 'strict', 'all'] as const;
export type Preset = (typeof PRESETS)[number];

export const LEVELS = ['off', 'info', 'warning', 'error'] as const satisfies readonly Level[];

// The `error` of each part completes “‘key’ …”, so that a mistake says what is expected in its place.
const listOf = (what: string) => `must be a list of ${what}`;

export const level = z.enum(LEVELS, { error: 'must be off, info, warning or error' });

const rules = z
  .record(z.string(), level, { error: 'must be a mapping from rules or categories to levels' })
  .describe('Levels by rule (`age/recent-graduate`) or category (`age`). A rule outweighs its category.');

const name = z
  .string({ error: 'must be a name, in quotes where YAML reads it as a number or a date' })
  .trim()
  .min(1, { error: 'must not be empty' });
const term = z.union(
  [
    name,
    z.strictObject({
      name: name.describe('The name as it is written.'),
      not: z
        .array(name, { error: listOf('wrong spellings') })
        .optional()
        .describe('Spellings that are wrong, each as it stands.'),
    }),
  ],
  { error: 'must be a name, in quotes where YAML reads it as a number or a date' },
);
const terms = z
  .array(term, { error: listOf('names') })
  .describe(
    'Names that are right as they stand: of the company, its products, its teams. No rule of wording marks them. With not: their wrong spellings, which are marked.',
  );

const employer = z
  .strictObject(
    {
      size: z
        .int({ error: 'must be a whole number' })
        .min(1, { error: 'must be 1 or more' })
        .optional()
        .describe('How many people work for the employer. Some laws on job postings start at a size.'),
      usesAI: z
        .boolean({ error: 'must be true or false' })
        .optional()
        .describe('Whether software screens, ranks or assesses applicants.'),
      federalContractor: z
        .boolean({ error: 'must be true or false' })
        .optional()
        .describe('Whether the employer holds contracts of the United States government.'),
      places: places
        .optional()
        .describe(
          'Where the employer hires, for postings that do not say: codes such as US-CO, DE or CA-ON.',
        ),
    },
    { error: 'must be a mapping with size, usesAI, federalContractor or places' },
  )
  .describe('Facts about the employer that decide which laws apply.');

const pattern = z
  .string({ error: 'must be a pattern of paths, such as jobs/**' })
  .min(1, { error: 'must not be empty' })
  .refine((value) => !/^!?\.\.(?:\/|$)/.test(value), {
    error: 'must not lead out of the folder of the configuration; put a configuration there instead',
  });

const override = z
  .strictObject(
    {
      files: z
        .union([pattern, z.array(pattern).min(1, { error: 'must have a pattern in it' })], {
          error: 'must be a pattern of paths or a list of them',
        })
        .describe('Patterns as in .gitignore, and {a,b}, from the folder of the configuration.'),
      rules: rules.optional(),
      terms: terms.optional(),
      employer: employer.optional(),
      ...houseShape,
    },
    { error: 'must be a mapping with files and what holds for them' },
  )
  .describe('What holds for some files only.');

const base = z
  .string({ error: 'must be recommended, strict, all or a path' })
  .min(1, { error: 'must not be empty' })
  // What editors offer; anything else is a path.
  .meta({ examples: [...PRESETS] });

const houseRule = z
  .string({ error: 'must be a path or a package' })
  .trim()
  .min(1, { error: 'must not be empty' });

/** A configuration file. What a key is for stands here once; the JSON Schema for editors is made from it. */
export const configSchema = z
  .strictObject(
    {
      $schema: z
        .string({ error: 'must be an address' })
        .optional()
        .describe('The JSON Schema of this file, for editors.'),
      extends: z
        .union([base, z.array(base)], {
          error: 'must be recommended, strict, all or a path, or a list of these',
        })
        .optional()
        .describe(
          'What this configuration builds on: recommended (each rule at its own level; the default), strict (advice counts as warning, a missing section as error), all (also the rules that are off by default), or the path of another configuration. Of several, later ones win.',
        ),
      rules: rules.optional(),
      overrides: z
        .array(override, { error: listOf('overrides, each with files and rules') })
        .optional()
        .describe('What holds for some files only. Later ones win.'),
      terms: terms.optional(),
      employer: employer.optional(),
      ...houseShape,
      houseRules: z
        .union([houseRule, z.array(houseRule)], { error: 'must be a path or a package, or a list of these' })
        .optional()
        .describe(
          'Rules of your own: files of rules (house-rules/style/synergy.yml), folders of them (house-rules), packages in node_modules. A rule with the name of a built-in one takes its place.',
        ),
      ignore: z
        .array(pattern, { error: listOf('patterns of paths') })
        .optional()
        .describe(
          'Files that are not postings: patterns as in .gitignore, and {a,b}, from the folder of the configuration.',
        ),
    },
    { error: 'must be a mapping with keys such as extends, rules, terms, company or texts' },
  )
  .describe('Configuration of Posting Lint');

export type ConfigFile = z.output<typeof configSchema>;
export type Override = z.output<typeof override>;
export type Employer = z.output<typeof employer>;
export type Term = z.output<typeof term>;

/** The keys known at a place of the file; undefined where keys are names of the writer's own. */
export function knownKeys(path: readonly PropertyKey[]): readonly string[] | undefined {
  let places: readonly z.core.$ZodType[] = [configSchema];
  for (const key of path) places = places.flatMap((schema) => inside(schema, key));
  const keys = places
    .flatMap((schema) => plain(schema))
    .flatMap(({ def }) => ('shape' in def ? Object.keys(def.shape) : []));
  return keys.length > 0 ? keys : undefined;
}

type Known = z.ZodObject | z.ZodArray | z.ZodRecord;

/** What a schema comes to, without what wraps it; each possibility of a union. */
function plain(schema: z.core.$ZodType): Known[] {
  if (schema instanceof z.ZodOptional) return plain(schema.def.innerType);
  if (schema instanceof z.ZodPipe) return plain(schema.def.in);
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap(plain);
  return schema instanceof z.ZodObject || schema instanceof z.ZodArray || schema instanceof z.ZodRecord
    ? [schema]
    : [];
}

function inside(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType[] {
  return plain(schema).flatMap((known) => {
    if (known instanceof z.ZodArray) return [known.def.element];
    if (known instanceof z.ZodRecord) return [known.def.valueType];
    const inner = known.shape[String(key)];
    return inner ? [inner] : [];
  });
}
