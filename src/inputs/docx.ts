import mammoth from 'mammoth';
import { InputError } from './input-error.ts';
import { asHtml, DraftBuilder, type Stretch } from './mapped.ts';
import type { PostingRecord } from './record.ts';

/** As much of mammoth's document as is read. */
interface Element {
  type: string;
  children?: Element[];
  value?: string;
  styleId?: string | null;
  styleName?: string | null;
  numbering?: { isOrdered?: boolean; level?: string | number } | null;
  isBold?: boolean;
}

/**
 * Reads a Word document: a paragraph, a list item or a paragraph of a table's cell is a line of the text that places
 * refer to, so that line 12 is the twelfth paragraph.
 *
 * @throws {InputError} for what is no `.docx`
 */
export async function readDocx(bytes: Uint8Array): Promise<{ text: string; record: PostingRecord }> {
  let root: Element | undefined;
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        transformDocument(document: Element) {
          root = document;
          return document;
        },
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
  } catch {
    throw new InputError('It is no Word document (.docx). Older ones (.doc) have to be saved anew.');
  }
  if (!root) throw new InputError('There is nothing in it.');
  const writer = new Writer();
  for (const child of root.children ?? []) writer.block(child);
  return writer.finish();
}

/** Writes paragraphs as lines of text, and as HTML that leads back to them. */
class Writer {
  readonly #lines: string[] = [];
  readonly #draft = new DraftBuilder();
  #length = 0;
  #list = '';

  block(element: Element): void {
    if (element.type === 'paragraph') this.#paragraph(element);
    else if (element.type === 'table') this.#table(element);
    else for (const child of element.children ?? []) this.block(child);
  }

  finish(): { text: string; record: PostingRecord } {
    this.#endList();
    const text = this.#lines.join('\n');
    const source = { start: 0, end: text.length };
    const record: PostingRecord = {
      name: '',
      row: 1,
      id: undefined,
      source,
      format: 'html',
      draft: this.#draft.build(),
    };
    return { text, record };
  }

  #paragraph(element: Element): void {
    const text = inlineText(element).replace(/\s*\n\s*/g, ' ');
    if (text.trim() === '') {
      this.#endList();
      this.#line(text);
      return;
    }
    const level = headingLevel(element);
    const isItem = element.numbering !== null && element.numbering !== undefined && level === undefined;
    if (isItem) this.#beginList(element.numbering?.isOrdered === true ? 'ol' : 'ul');
    else this.#endList();
    const bold = !isItem && level === undefined && isAllBold(element);
    const [open, close] = isItem
      ? ['<li>', '</li>']
      : level !== undefined
        ? [`<h${level}>`, `</h${level}>`]
        : bold
          ? ['<p><strong>', '</strong></p>']
          : ['<p>', '</p>'];
    this.#tag(open);
    this.#draft.add(...this.#line(text));
    this.#tag(`${close}\n`);
  }

  #table({ children: rows = [] }: Element): void {
    this.#endList();
    this.#tag('<table>\n');
    for (const row of rows) {
      this.#tag('<tr>');
      for (const cell of row.children ?? []) {
        this.#tag('<td>');
        for (const child of cell.children ?? []) this.block(child);
        this.#endList();
        this.#tag('</td>');
      }
      this.#tag('</tr>\n');
    }
    this.#tag('</table>\n');
  }

  /** A line of the text, as stretches of HTML. */
  #line(text: string): Stretch[] {
    const start = this.#length;
    this.#lines.push(text);
    this.#length += text.length + 1;
    return asHtml([{ text, source: { start, end: start + text.length }, verbatim: true }]);
  }

  #tag(html: string): void {
    const at = Math.max(0, this.#length - 1);
    this.#draft.made(html, { start: at, end: at });
  }

  #beginList(kind: string): void {
    if (this.#list === kind) return;
    this.#endList();
    this.#list = kind;
    this.#tag(`<${kind}>\n`);
  }

  #endList(): void {
    if (this.#list !== '') this.#tag(`</${this.#list}>\n`);
    this.#list = '';
  }
}

function headingLevel({ styleId, styleName }: Element): number | undefined {
  const name = `${styleName ?? ''}\n${styleId ?? ''}`.toLowerCase();
  if (/^title$/m.test(name)) return 1;
  const level = /^heading ?([1-6])$/m.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

function inlineText({ type, value, children }: Element): string {
  if (type === 'text') return value ?? '';
  if (type === 'tab') return '\t';
  if (type === 'break') return '\n';
  return (children ?? []).map(inlineText).join('');
}

/** Every run that says something is bold: such a paragraph is a heading in all but name. */
function isAllBold(element: Element): boolean {
  const runs = runsOf(element).filter((run) => inlineText(run).trim() !== '');
  return runs.length > 0 && runs.every(({ isBold }) => isBold);
}

function runsOf(element: Element): Element[] {
  return element.type === 'run' ? [element] : (element.children ?? []).flatMap(runsOf);
}
