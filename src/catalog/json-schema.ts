import * as z from 'zod';
import { CHECKS } from '../checks/index.ts';
import { ruleSchema } from './rule-file.ts';

/** JSON Schema of a rule file: one branch for each check kind. */
export function ruleJsonSchema(): object {
  const branches = [...CHECKS.values()].map((kind) => ({
    title: kind.name,
    description: kind.summary,
    ...withoutDialect(z.toJSONSchema(ruleSchema(kind.name), { io: 'input', unrepresentable: 'any' })),
  }));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Posting Lint rule',
    description: 'One rule, rules/<category>/<name>.yml',
    anyOf: branches,
  };
}

function withoutDialect({ $schema: _, ...schema }: Record<string, unknown>): object {
  return schema;
}
