/** What a UTF-16 code unit is to the tokeniser. */
export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** A combining mark, a joiner or a variation selector: belongs to what stands before it. */
export const MARK = 4;
export const PUNCTUATION = 5;
export const SURROGATE = 6;
export const APOSTROPHE = 7;

/** All code units; 0 is not known yet. A table is an order of magnitude faster than a pattern per character. */
const table = new Uint8Array(0x10000);

for (let code = 0; code < 0x80; code++) table[code] = PUNCTUATION;
for (let code = 0; code <= 0x20; code++) table[code] = SPACE;
for (let code = 0x30; code <= 0x39; code++) table[code] = DIGIT;
for (let code = 0x41; code <= 0x5a; code++) table[code] = table[code + 0x20] = LETTER;
// Besides the typewriter and the typographic apostrophe, those that keyboards yield for them: ` ´ ‘ ʼ ＇
for (const mark of "'`´‘’ʼ＇") table[mark.charCodeAt(0)] = APOSTROPHE;

const space = /[\s\u200B\u2060\uFEFF]/;
const letter = /\p{L}/u;
const mark = /[\p{M}\u200C\u200D]/u;
const digit = /\p{Nd}/u;

function learn(code: number): number {
  const character = String.fromCharCode(code);
  let kind = PUNCTUATION;
  if (code >= 0xd800 && code <= 0xdfff) kind = SURROGATE;
  else if (space.test(character)) kind = SPACE;
  else if (letter.test(character)) kind = LETTER;
  else if (mark.test(character)) kind = MARK;
  else if (digit.test(character)) kind = DIGIT;
  table[code] = kind;
  return kind;
}

/** The kind of the code unit at `index`; SPACE before the beginning and after the end. */
export function kindAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (Number.isNaN(code)) return SPACE;
  return table[code] || learn(code);
}

/** Whether a letter beyond the basic plane starts at `index`, a high surrogate. */
export function isAstralLetter(text: string, index: number): boolean {
  const point = text.codePointAt(index);
  return point !== undefined && point > 0xffff && letter.test(String.fromCodePoint(point));
}

/** Whether the character at `index` is a letter in lower case. */
export function isLower(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 0x80) return code >= 0x61 && code <= 0x7a;
  const character = text[index];
  return character !== undefined && character !== character.toUpperCase();
}

/** Whether the character at `index` is a letter in upper case. */
export function isUpper(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const character = text[index];
  return character !== undefined && character !== character.toLowerCase();
}
