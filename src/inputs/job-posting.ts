import type { Span } from '../contract/posting.ts';
import { InputError } from './input-error.ts';
import { type Document, itemsOf, type Node, propertiesOf, readJson } from './json.ts';
import { type Stretch, textOf } from './mapped.ts';
import { makeRecord, type Part, type PostingRecord } from './record.ts';

/**
 * The job postings in structured data as https://schema.org/JobPosting describes it: a JSON document, or a page with
 * `<script type="application/ld+json">`.
 *
 * @throws {InputError} for what is no JSON, and where there is no job posting
 */
export function* jobPostings(text: string, isPage: boolean): Generator<PostingRecord> {
  const documents = isPage
    ? scripts(text).map(({ start, end }) => readJson(text, start, end))
    : [readJson(text)];
  let row = 0;
  for (const document of documents) {
    for (const node of postingsIn(document.root, 0)) {
      row += 1;
      yield jobPosting(document, node, row);
    }
  }
  if (row === 0) throw new InputError('There is no JobPosting of schema.org in it.');
}

/** Whether a JSON document looks like one with job postings. */
export function mentionsJobPosting(text: string): boolean {
  return /"@type"\s{0,9}:\s{0,9}(?:\[\s{0,9})?"(?:https?:\/\/schema\.org\/)?JobPosting"/.test(text);
}

/** Where the structured data of a page stand. */
function scripts(page: string): Span[] {
  const lower = page.toLowerCase();
  const found: Span[] = [];
  let from = 0;
  for (;;) {
    const open = lower.indexOf('<script', from);
    const start = open < 0 ? -1 : lower.indexOf('>', open) + 1;
    if (start <= 0) return found;
    const close = lower.indexOf('</script', start);
    const end = close < 0 ? page.length : close;
    if (lower.slice(open, start).includes('application/ld+json') && page.slice(start, end).trim() !== '')
      found.push({ start, end });
    from = end;
  }
}

const DEEPEST = 6;

function* postingsIn(node: Node, depth: number): Generator<Node> {
  if (depth > DEEPEST) return;
  if (node.type === 'array') for (const item of itemsOf(node)) yield* postingsIn(item, depth + 1);
  const properties = propertiesOf(node);
  const types = itemsOf(properties.get('@type')).map(({ value }) => String(value));
  if (types.some((type) => /(?:^|[/#:])JobPosting$/.test(type))) {
    yield node;
    return;
  }
  for (const name of ['@graph', 'mainEntity', 'itemListElement', 'item']) {
    const inner = properties.get(name);
    if (inner) yield* postingsIn(inner, depth + 1);
  }
}

/** Properties that hold text of the posting, in the order a reader expects. */
const TEXTS = [
  'description',
  'responsibilities',
  'qualifications',
  'skills',
  'experienceRequirements',
  'educationRequirements',
  'jobBenefits',
  'incentiveCompensation',
  'physicalRequirement',
];

function jobPosting(document: Document, node: Node, row: number): PostingRecord {
  const reader = new PropertyReader(document, node);
  const source = document.sourceOf(node);
  const title = reader.text('title') ?? reader.text('name');
  const texts = TEXTS.flatMap((name) => reader.texts(name));
  const id = reader.text('identifier', 'value') ?? reader.text('identifier');
  return makeRecord({
    kind: 'posting',
    row,
    source,
    id: id && textOf(id.stretches),
    title,
    facts: factsOf(reader),
    // Without a description there is still a posting, of which everything is missing.
    texts: texts.length > 0 ? texts : [{ name: 'description', stretches: [] }],
  });
}

/** What stands in properties of their own, in words that a front matter would have. */
function factsOf(reader: PropertyReader): Part[] {
  const facts: Part[] = [];
  const add = (name: string, from: string, value: string) => {
    const source = reader.sourceOf(from);
    if (value !== '' && source) facts.push({ name, stretches: [made(value, source)] });
  };
  add('location', 'jobLocation', reader.nodes('jobLocation').map(addressOf).filter(Boolean).join('; '));
  add('work_model', 'jobLocationType', reader.words('jobLocationType').replace(/TELECOMMUTE/i, 'Remote'));
  add('employment_type', 'employmentType', reader.words('employmentType').replaceAll('_', '-').toLowerCase());
  add('salary', 'baseSalary', salaryOf(reader.nodes('baseSalary')[0]));
  add('deadline', 'validThrough', reader.words('validThrough').slice(0, 10));
  add('work_hours', 'workHours', reader.words('workHours'));
  add('company', 'hiringOrganization', wordOf(reader.nodes('hiringOrganization')[0], 'name'));
  add('contact_email', 'applicationContact', wordOf(reader.nodes('applicationContact')[0], 'email'));
  return facts;
}

/** “Utrecht, UT, NL” */
function addressOf(place: Node): string {
  const address = propertiesOf(place).get('address') ?? place;
  if (address.type === 'string') return String(address.value);
  const parts = ['addressLocality', 'addressRegion', 'addressCountry'].map((name) => wordOf(address, name));
  return parts.filter((part, index) => part !== '' && parts.indexOf(part) === index).join(', ');
}

/** “USD 90,000 - 120,000 per year” */
function salaryOf(salary: Node | undefined): string {
  if (!salary) return '';
  if (salary.type !== 'object') return String(salary.value);
  const value = propertiesOf(salary).get('value');
  const amounts = value?.type === 'object' ? value : salary;
  const figure = (name: string) => {
    const number = Number(wordOf(amounts, name));
    return Number.isFinite(number) && number > 0 ? number.toLocaleString('en-US') : '';
  };
  const range = [figure('minValue'), figure('maxValue')].filter(Boolean).join(' - ');
  const shown = range || figure('value') || (value && value.type !== 'object' ? String(value.value) : '');
  if (shown === '') return '';
  const unit = (wordOf(amounts, 'unitText') || wordOf(salary, 'unitText')).toLowerCase();
  const currency = wordOf(salary, 'currency') || wordOf(amounts, 'currency');
  return `${currency} ${shown}${unit ? ` per ${unit}` : ''}`.trim();
}

/** A property in words; that of an object is its name. */
function wordOf(node: Node | undefined, name: string): string {
  const [value] = itemsOf(propertiesOf(node).get(name));
  if (!value) return '';
  return value.type === 'object' ? wordOf(value, 'name') : String(value.value ?? '');
}

function made(text: string, source: Span): Stretch {
  return { text, source, verbatim: false };
}

class PropertyReader {
  readonly #document: Document;
  readonly #properties: Map<string, Node>;

  constructor(document: Document, node: Node) {
    this.#document = document;
    this.#properties = propertiesOf(node);
  }

  nodes(name: string): Node[] {
    return itemsOf(this.#properties.get(name));
  }

  sourceOf(name: string): Span | undefined {
    const node = this.#properties.get(name);
    return node && this.#document.sourceOf(node);
  }

  /** The values of a property as they would be listed. */
  words(name: string): string {
    return this.nodes(name)
      .filter(({ type }) => type === 'string')
      .map(({ value }) => String(value))
      .join(', ');
  }

  text(name: string, inner?: string): Part | undefined {
    const [node] = this.nodes(name);
    const value = inner === undefined ? node : propertiesOf(node).get(inner);
    if (value?.type !== 'string' && value?.type !== 'number') return undefined;
    return { name, stretches: this.#document.stretches(value) };
  }

  /** Texts of a property, each of a list, also where an object holds it as its description. */
  texts(name: string): Part[] {
    return this.nodes(name).flatMap((node) => {
      const value = node.type === 'object' ? propertiesOf(node).get('description') : node;
      return value?.type === 'string' ? [{ name, stretches: this.#document.stretches(value) }] : [];
    });
  }
}
