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

/** The part of a schema that is looked at here. */
interface JsonNode extends Record<string, unknown> {
  propertyNames?: unknown;
  additionalProperties?: unknown;
}

/** Every mapping from rules to levels points to the one list of rules; in others the names are the writer's own. */
function nameRules({ jsonSchema }: { jsonSchema: JsonNode }): void {
  if (!('propertyNames' in jsonSchema)) return;
  delete jsonSchema.propertyNames;
  if (!isLevel(jsonSchema.additionalProperties)) return;
  const { description } = jsonSchema;
  for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
  Object.assign(jsonSchema, ref('rules'), description === undefined ? {} : { description });
}

function isLevel(schema: unknown): boolean {
  const values = (schema as { enum?: unknown } | undefined)?.enum;
  return Array.isArray(values) && values.includes('off') && values.length === LEVELS.length;
}
