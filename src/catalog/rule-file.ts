import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import * as z from 'zod';
import { CHECKS } from '../checks/index.ts';
import { CATEGORIES } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { nearest } from '../words/nearest.ts';
import { ruleIdentity, ruleMeta } from './schema.ts';

/** A mistake in a rule file. Line and column count from 1, the offset from 0. */
export interface RuleProblem {
  file: string;
  line: number;
  column: number;
  offset: number;
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
export function ruleFromData(file: string, data: unknown): { rule: Rule } | { problems: DataProblem[] } {
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
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, data, Object.keys(schema.shape)));
  // A misspelt key is both unknown and missing; the place where it stands says more.
  problems.sort((a, b) => Number(a.missing ?? false) - Number(b.missing ?? false));
  return { problems };
}

/** A mistake in parsed data. `key`: the key itself is wrong, not its value; `missing`: there is no such key. */
interface DataProblem {
  path: Path;
  message: string;
  key?: true;
  missing?: true;
}

function problemsOf(issue: z.core.$ZodIssue, data: unknown, known: readonly string[]): DataProblem[] {
  const { path } = issue;
  const name = path.at(-1);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const hint = path.length === 0 ? nearest(key, known) : undefined;
      const message = `unknown key “${key}”${hint ? `; did you mean “${hint}”?` : ''}`;
      return { path: [...path, key], message, key: true };
    });
  }
  if (path.length > 0 && valueAt(data, path) === undefined) {
    return [{ path: path.slice(0, -1), message: `“${String(name)}” is missing`, missing: true }];
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const given = valueAt(data, path);
    const hint = typeof given === 'string' ? nearest(given, values) : undefined;
    return [
      { path, message: `one of ${values.join(', ')} is expected${hint ? `; did you mean “${hint}”?` : ''}` },
    ];
  }
  return [{ path, message: issue.message }];
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  );
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
    return { file, line, column: col, offset, message };
  };
  const syntax = document.errors[0];
  if (syntax)
    return { problems: [at(syntax.pos[0], syntax.message.split(' at line ')[0] ?? syntax.message)] };
  const offsetOf = ({ path, key }: { path: Path; key?: boolean }): number => {
    for (let length = path.length; length >= 0; length--) {
      const head = path.slice(0, length);
      if (key && length === path.length) {
        const parent = document.getIn(head.slice(0, -1), true);
        const pair = isMap(parent)
          ? parent.items.find((item) => isScalar(item.key) && item.key.value === head.at(-1))
          : undefined;
        const range = (pair?.key as Node | undefined)?.range;
        if (range) return range[0];
      }
      const range = (length === 0 ? document.contents : (document.getIn(head, true) as Node | undefined))
        ?.range;
      if (range) return range[0];
    }
    return 0;
  };
  const result = ruleFromData(file, document.toJS());
  if ('problems' in result)
    return { problems: result.problems.map((problem) => at(offsetOf(problem), problem.message)) };
  return { rule: result.rule, at: (path) => at(offsetOf({ path }), '') };
}
