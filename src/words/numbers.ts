const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SPELLED: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, value) => [word, value] as const),
  ...Object.entries(TENS),
]);
const DIGITS = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(k|ks)?\+?$/;

/**
 * What a word says as a number: *5*, *5+*, *2,000*, *37.5*, *90k*, *five*.
 *
 * @param norm - a token's norm
 * @returns undefined for what is no number
 */
export function numberOf(norm: string): number | undefined {
  const digits = DIGITS.exec(norm);
  if (!digits) return SPELLED.get(norm);
  const [, whole = '', fraction = '', thousands] = digits;
  const value = Number(`${whole.replaceAll(',', '')}.${fraction || '0'}`);
  return thousands ? value * 1000 : value;
}

/**
 * The numbers in what `<number>` or `<range>` matched, in order; *five (5)* is one, *twenty-five* is one.
 *
 * @param text - the matched text
 */
export function numbersIn(text: string): number[] {
  const found: number[] = [];
  let tens = false;
  // The second of a pair says the first again.
  for (const [word, open = ''] of text.toLowerCase().matchAll(/(\(\s*)?[\p{L}\d.,]+\+?/gu)) {
    const norm = word.slice(open.length).replace(/[.,]+$/, '');
    const value = numberOf(norm);
    if (value === undefined) tens = false;
    else if (open && found.at(-1) === value) tens = false;
    else if (tens && value > 0 && value < 10) {
      found.push((found.pop() ?? 0) + value);
      tens = false;
    } else {
      found.push(value);
      tens = norm in TENS;
    }
  }
  return found;
}
