import { type Form, forms, type PartOfSpeech } from './inflect.ts';
import type { ClassNode, PatternNode } from './syntax.ts';

/** Resolves `<name>` to what it matches. */
export type Resolve = (node: ClassNode) => PatternNode;

const formsMemory = new Map<string, ReadonlyMap<string, Form>>();

/** The forms of a word, remembered; `head` stands before each. */
export function formsOf(base: string, pos: PartOfSpeech, head: string): ReadonlyMap<string, Form> {
  const key = `${head}-${base}/${pos}`;
  let known = formsMemory.get(key);
  if (known === undefined) {
    known = forms(base, pos);
    if (head !== '') known = new Map([...known].map(([form, name]) => [head + form, name]));
    formsMemory.set(key, known);
  }
  return known;
}

export function globTest(head: string, middle: string, tail: string): (norm: string) => boolean {
  const shortest = head.length + middle.length + tail.length;
  return (norm) =>
    norm.length >= shortest &&
    norm.startsWith(head) &&
    norm.endsWith(tail) &&
    (middle === '' || norm.includes(middle));
}
