import * as z from 'zod';
import { CATEGORIES } from '../contract/report.ts';
import { configSchema, LEVELS } from './schema.ts';

/** What the schema says of a rule. */
export interface RuleEntry {
  id: string;
  summary: string;
}

/**
 * JSON Schema of a configuration file, for completion and checks in editors.
 *
 * @param rules - the rules there are: their ids are completed, with their summaries
 */
export function configJsonSchema(rules: readonly RuleEntry[]): object {
  const schema = z.toJSONSchema(configSchema, { target: 'draft-7', io: 'input', override: nameRules });
  const level = { type: 'string', enum: [...LEVELS] };
  const entries = [
    ...CATEGORIES.map((category) => [
      category,
      { ...ref('level'), description: `All rules of the category ${category}.` },
    ]),
    ...[...rules]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, summary }) => [id, { ...ref('level'), description: summary }]),
  ];
  return {
    ...schema,
    title: 'Posting Lint configuration',
    definitions: {
      level,
      rules: {
        type: 'object',
        properties: Object.fromEntries(entries),
        patternProperties: { [`^(?:${CATEGORIES.join('|')})/\\*$`]: ref('level') },
        additionalProperties: false,
      },
    },
  };
}

function ref(name: string): { allOf: { $ref: string }[] } {
  // Inside allOf, because in draft 7 nothing may stand beside a $ref.
  return { allOf: [{ $ref: `#/definitions/${name}` }] };
}

/** Every mapping from rules to levels points to the one list of rules. */
function nameRules({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
  if (!('propertyNames' in jsonSchema)) return;
  const { description } = jsonSchema;
  for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
  Object.assign(jsonSchema, ref('rules'), description === undefined ? {} : { description });
}
