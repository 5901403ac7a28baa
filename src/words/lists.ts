import { CLASSES } from './classes.ts';
import { parsePattern } from './parse.ts';
import { type ClassNode, type Pattern, PatternError, type PatternNode } from './syntax.ts';

export interface PatternEnvironment {
  /** What `<name>` stands for: patterns without gaps. */
  lists: Readonly<Record<string, readonly string[]>>;
}

const resolved = new WeakMap<readonly string[], PatternNode>();

/** What a list matches, parsed once. */
export function resolveList(node: ClassNode, environment: PatternEnvironment): PatternNode {
  const list = environment.lists[node.name];
  if (list === undefined) throw unknownList(node, environment);
  let choice = resolved.get(list);
  if (choice === undefined) {
    // A list that names itself would never end; it finds this in its place.
    resolved.set(list, { type: 'choice', group: 0, options: [] });
    choice = { type: 'choice', group: 0, options: list.map((item) => listItem(item, node, environment)) };
    resolved.set(list, choice);
  }
  return choice;
}

function listItem(item: string, node: ClassNode, environment: PatternEnvironment): PatternNode {
  try {
    const pattern = parsePattern(item);
    checkLists(pattern, environment);
    return withoutGroups(pattern.root);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new PatternError(`In the list “${node.name}”, “${item}”: ${error.message}`, node.offset);
  }
}

/** Items of a list capture nothing: the numbers belong to the pattern that names the list. */
function withoutGroups(node: PatternNode): PatternNode {
  switch (node.type) {
    case 'sequence':
      return { ...node, parts: node.parts.map(withoutGroups) };
    case 'choice':
      return { ...node, group: 0, options: node.options.map(withoutGroups) };
    case 'plain':
      return { ...node, group: 0 };
    case 'optional':
      return { ...node, part: withoutGroups(node.part) };
    case 'mark':
      return withoutGroups(node.part);
    default:
      return node;
  }
}

/**
 * Checks that every list a pattern names exists and has no mistake.
 *
 * @throws {PatternError}
 */
export function checkLists(pattern: Pattern, environment: PatternEnvironment): void {
  for (const node of pattern.classes) if (!Object.hasOwn(CLASSES, node.name)) resolveList(node, environment);
}

function unknownList(node: ClassNode, environment: PatternEnvironment): PatternError {
  const names = [...Object.keys(CLASSES), ...Object.keys(environment.lists)]
    .sort()
    .map((name) => `<${name}>`);
  return new PatternError(`There is no list “${node.name}”; known are ${names.join(', ')}`, node.offset);
}
