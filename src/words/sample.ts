import { CLASSES } from './classes.ts';
import { forms } from './inflect.ts';
import { parsePattern } from './pattern.ts';
import type { PatternNode } from './syntax.ts';

/**
 * A text that the pattern should match, written from its parsed form: the `choice`th alternative everywhere (the last
 * where there are fewer), optional parts in when `full`.
 */
export function sample(
  pattern: string,
  lists: Readonly<Record<string, readonly string[]>>,
  choice: number,
  full: boolean,
): string {
  const write = (node: PatternNode): string[] => {
    switch (node.type) {
      case 'sequence':
        return node.parts.flatMap(write);
      case 'choice':
        return write(node.options[Math.min(choice, node.options.length - 1)]!);
      case 'plain':
        return node.options[Math.min(choice, node.options.length - 1)]!.split(' ');
      case 'optional':
        return full ? write(node.part) : [];
      case 'token':
        return [(node.tight ? '\u0000' : '') + (node.exact ?? node.norms[0]!)];
      case 'forms': {
        const all = [...forms(node.base, node.pos).keys()];
        return [node.head + (all[Math.min(choice, all.length - 1)] ?? node.base)];
      }
      case 'glob':
        return [`${node.head}${node.middle || 'q'}${node.tail}`];
      case 'gap':
        return Array.from({ length: full ? node.max : node.min }, () => 'something');
      case 'class': {
        const builtin = CLASSES[node.name];
        if (builtin) return [CLASS_SAMPLES[node.name]!];
        const items = lists[node.name]!;
        return write(parsePattern(items[Math.min(choice, items.length - 1)]!).root);
      }
      case 'test':
        throw new Error('a test stands only in built-in classes');
      case 'start':
      case 'end':
        return [];
      case 'mark':
        return write(node.part);
    }
  };
  // Clitics and the parts of hyphenated words touch the word before; a clitic at the beginning needs one.
  const text = write(parsePattern(pattern).root)
    .join(' ')
    .replaceAll('\u0000- ', '\u0000-')
    .replaceAll(' \u0000', '');
  return text.startsWith('\u0000') ? `they${text.slice(1)}` : text;
}

const CLASS_SAMPLES: Readonly<Record<string, string>> = {
  number: '5',
  range: '3-5',
  money: '$90,000',
  year: '2007',
};

/** The widest choice anywhere in the pattern: `sample` with each number below it reaches every alternative. */
export function widestChoice(pattern: string): number {
  let widest = 1;
  const look = (node: PatternNode): void => {
    if (node.type === 'choice' || node.type === 'plain') widest = Math.max(widest, node.options.length);
    if (node.type === 'choice') node.options.forEach(look);
    if (node.type === 'sequence') node.parts.forEach(look);
    if (node.type === 'optional' || node.type === 'mark') look(node.part);
  };
  look(parsePattern(pattern).root);
  return widest;
}
