import * as z from 'zod';
import { CATEGORIES, type Category } from '../contract/report.ts';
import { EVIDENCE_GRADES } from '../contract/rule.ts';

export const level = z.enum(['off', 'info', 'warning', 'error']);

const sentence = z.string().trim().min(1);

const catchExample = z.union([
  sentence,
  z.strictObject({
    text: z.string().min(1),
    find: z.string().min(1).optional(),
    fixed: z.string().nullable().optional(),
    severity: level.optional(),
    format: z.enum(['markdown', 'text', 'html']).optional(),
  }),
]);

/** What every rule file says, whatever its check; the check adds its own fields. */
export const ruleMeta = z.object({
  check: z.string(),
  severity: level,
  summary: sentence.describe('What the rule marks, in one line.'),
  why: sentence.describe('Why it matters: two sentences a hiring manager can act on.'),
  limits: sentence.optional().describe('What the evidence does not show.'),
  evidence: z.enum(EVIDENCE_GRADES).describe('How well the rule is supported.'),
  sources: z
    .array(z.strictObject({ title: sentence, url: z.url({ protocol: /^https?$/ }).optional() }))
    .default([]),
  languages: z
    .array(z.string())
    .default(['en'])
    .describe('Languages of the paragraphs it looks at; * is any.'),
  examples: z
    .strictObject({
      house: z
        .record(z.string(), z.unknown())
        .optional()
        .describe('What the configuration says of the house style where the examples hold.'),
      catch: z.array(catchExample).default([]),
      pass: z.array(z.string().min(1)).default([]),
    })
    .default({ catch: [], pass: [] }),
});

/**
 * Category and id of a rule from the path of its file below the folder of rules.
 *
 * @param file - path such as `rules/age/recent-graduate.yml`, with `/`
 * @returns undefined when the last folder is no category
 */
export function ruleIdentity(file: string): { id: string; category: Category } | undefined {
  const parts = file.split('/');
  const name = parts.at(-1)?.replace(/\.ya?ml$/, '');
  const category = CATEGORIES.find((known) => known === parts.at(-2));
  return name && category ? { id: `${category}/${name}`, category } : undefined;
}
