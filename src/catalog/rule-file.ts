import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import * as z from 'zod';
import { CHECKS } from '../checks/index.ts';
import { CATEGORIES } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { nearest } from '../words/nearest.ts';
import { ruleIdentity, ruleMeta } from './schema.ts';

/** A mistake in a rule file. Line and column count from 1. */
export interface RuleProblem {
  file: string;
  line: number;
  column: number;
  message: string;
}

const schemas = new Map<string, z.ZodObject>();

/** The whole schema of a rule file of one check kind; made once, since zod compiles each schema it first uses. */
export function ruleSchema(check: string): z.ZodObject {
  let schema = schemas.get(check);
  if (!schema) {
    const kind = CHECKS.get(check);
    if (!kind) throw new Error(`no check kind “${check}”`);
    const shape = (kind.fields as z.ZodObject).shape;
    schema = z.strictObject({ ...ruleMeta.shape, ...shape, check: z.literal(check) });
    schemas.set(check, schema);
  }
  return schema;
}

type Path = readonly PropertyKey[];

/**
 * Checks parsed rule data against the schema of its check.
 *
 * @param file - path below the folder of rules, with `/`; gives category and id
 * @param data - the parsed file
 * @returns the rule, or each mistake with its path in the data
 */
export function ruleFromData(
  file: string,
  data: unknown,
): { rule: Rule } | { problems: { path: Path; message: string }[] } {
  const identity = ruleIdentity(file);
  if (!identity) {
    return {
      problems: [
        { path: [], message: `a rule stands in a folder named after its category: ${CATEGORIES.join(', ')}` },
      ],
    };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return { problems: [{ path: [], message: 'a rule is a mapping with `check`, `severity`, `summary` …' }] };
  }
  const check = (data as { check?: unknown }).check;
  if (typeof check !== 'string' || !CHECKS.has(check)) {
    const hint = typeof check === 'string' ? nearest(check, [...CHECKS.keys()]) : undefined;
    const message = `check is one of ${[...CHECKS.keys()].join(', ')}${hint ? `; did you mean “${hint}”?` : ''}`;
    return { problems: [{ path: typeof check === 'string' ? ['check'] : [], message }] };
  }
  const schema = ruleSchema(check);
  const parsed = schema.safeParse(data);
  if (parsed.success) return { rule: { ...identity, ...parsed.data } as unknown as Rule };
  const known = Object.keys(schema.shape);
  return {
    problems: parsed.error.issues.flatMap((issue) => {
      if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: issue.message }];
      return issue.keys.map((key) => {
        const hint = issue.path.length === 0 ? nearest(key, known) : undefined;
        return {
          path: [...issue.path, key],
          message: `unknown key “${key}”${hint ? `; did you mean “${hint}”?` : ''}`,
        };
      });
    }),
  };
}

/**
 * Reads a rule file of a house.
 *
 * @param file - its path, with `/`
 * @param text - its text, YAML or JSON
 */
export function parseRuleFile(
  file: string,
  text: string,
): { rule: Rule; at: (path: Path) => RuleProblem } | { problems: RuleProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number, message: string): RuleProblem => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, message };
  };
  const syntax = document.errors[0];
  if (syntax)
    return { problems: [at(syntax.pos[0], syntax.message.split(' at line ')[0] ?? syntax.message)] };
  const offsetOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length--) {
      const head = path.slice(0, length);
      const parent = length > 0 ? document.getIn(head.slice(0, -1), true) : undefined;
      // A wrong key is shown at the key, a wrong value at the value.
      if (isMap(parent)) {
        const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === head.at(-1));
        const node = (length === path.length ? pair?.key : pair?.value) as Node | undefined;
        if (node?.range) return node.range[0];
      }
      const node = document.getIn(head, true) as Node | undefined;
      if (node?.range) return node.range[0];
    }
    return 0;
  };
  const result = ruleFromData(file, document.toJS());
  if ('problems' in result)
    return { problems: result.problems.map((problem) => at(offsetOf(problem.path), problem.message)) };
  return { rule: result.rule, at: (path) => at(offsetOf(path), '') };
}
