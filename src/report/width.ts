/** How text stands on a terminal: in cells, of which a letter fills one and a Chinese character or an emoji two. */

export interface Cell {
  /** What is shown: a tab is spaces, what would move the cursor is a picture of itself or nothing. */
  text: string;
  width: number;
  /** In the text, UTF-16 code units. */
  start: number;
  end: number;
}

/** Letters, quotation marks, dashes: each fills a cell by itself. To tell others apart takes tables that are slow to load. */
const PLAIN = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2193]*$/;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
/** Marks of direction could turn the line around, invisible ones would put the carets in the wrong place. */
const UNSEEN = /^[\p{Cf}\u00ad\u200b\ufeff]+$/u;
const UNSEEN_ANYWHERE = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const TAB = '    ';

let segmenter: Intl.Segmenter | undefined;

/** Splits text into what a reader takes for characters, each with its width. */
export function cells(text: string): Cell[] {
  if (PLAIN.test(text)) {
    return Array.from(text, (char, index) => ({ text: char, width: 1, start: index, end: index + 1 }));
  }
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment, index }) => {
    const shown = visible(segment);
    return { text: shown, width: widthOf(shown), start: index, end: index + segment.length };
  });
}

function visible(segment: string): string {
  if (segment === '\t') return TAB;
  const code = segment.charCodeAt(0);
  if (CONTROL.test(segment)) return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u2421';
  if (UNSEEN.test(segment)) return '';
  return segment.replace(UNSEEN_ANYWHERE, '').replace(/[\u00a0\u2007\u202f]/g, ' ');
}

function widthOf(shown: string): number {
  if (shown === '' || NO_WIDTH.test(shown)) return 0;
  if (shown === TAB) return TAB.length;
  return EMOJI.test(shown) || WIDE.test(shown) ? 2 : 1;
}

/** Cells that a text fills. */
export function displayWidth(text: string): number {
  return PLAIN.test(text) ? text.length : cells(text).reduce((sum, { width }) => sum + width, 0);
}

/** The text on one line, with nothing in it that a terminal would act on. */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  const line = text.replace(/\s*[\r\n\u2028\u2029]\s*/g, ' ').replace(/\t/g, ' ');
  return cells(line)
    .map((cell) => cell.text)
    .join('');
}

/** Breaks a text into lines of at most `width` cells, between words; a longer word has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(/\s+/).filter(Boolean)) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
