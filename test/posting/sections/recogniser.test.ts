import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Posting } from '../../../src/contract/posting.ts';
import type { Format, SectionKind } from '../../../src/contract/report.ts';
import { readPosting } from '../../../src/posting/read.ts';
import { createRecogniser, type SectionDefinition } from '../../../src/posting/sections/index.ts';

const RULES = new URL('../../../rules/', import.meta.url);
const yaml = <Data>(path: string): Data => parse(readFileSync(new URL(path, RULES), 'utf8')) as Data;
const files = (folder: string): string[] => readdirSync(new URL(folder, RULES));

const lists = Object.fromEntries(
  files('lists/').map((file) => [file.replace('.yml', ''), yaml<string[]>(`lists/${file}`)]),
);
const definitions = files('sections/').map((file) => yaml<SectionDefinition>(`sections/${file}`));
const recogniser = createRecogniser(definitions, lists);
const read = (text: string, format: Format = 'markdown'): Posting =>
  readPosting(text, { format, recogniser });

interface Draft {
  id?: string;
  name?: string;
  format: string;
  text: string;
  present: SectionKind[];
  absent: SectionKind[];
}

const FORMATS: Readonly<Record<string, Format>> = { md: 'markdown', txt: 'text', html: 'html' };

function drafts(url: URL): Draft[] {
  return JSON.parse(readFileSync(url, 'utf8')) as Draft[];
}

/** The kinds that are judged wrongly. */
function mistakes({ text, format, present, absent }: Draft): string[] {
  const { sections } = read(text, FORMATS[format]);
  return [
    ...present.filter((kind) => !sections[kind].present).map((kind) => `not seen: ${kind}`),
    ...absent.filter((kind) => sections[kind].present).map((kind) => `seen: ${kind}`),
  ];
}

const here = new URL('./', import.meta.url);
const own = readdirSync(here).filter((file) => /^drafts-\d+\.json$/.test(file));

describe.each(own)('%s', (file) => {
  it.each(drafts(new URL(file, here)).map((draft) => [draft.name, draft] as const))('%s', (_, draft) => {
    expect(mistakes(draft)).toEqual([]);
  });
});

const acceptance = new URL('../../../../shared/cases/sections.json', import.meta.url);

// The acceptance cases are not part of the product; without them there is nothing to run.
describe.skipIf(!existsSync(acceptance))('acceptance cases', () => {
  const cases = existsSync(acceptance) ? drafts(acceptance) : [];
  it.each(cases.map((draft) => [draft.id, draft] as const))('%s', (_, draft) => {
    expect(mistakes(draft)).toEqual([]);
  });
});

describe('where the information stands', () => {
  const text =
    '# Tuner\n\nLocation: Brno\n\n## What you do\n\n- Tune pianos\n\n## Perks\n\nWe pay €2,100 a month.\n\nWe hire without regard to age or origin.\n';
  const { sections } = read(text);
  const passage = (kind: SectionKind): string | undefined => {
    const info = sections[kind];
    return info.present ? `${info.evidence}: ${text.slice(info.source.start, info.source.end)}` : undefined;
  };

  it('is the value behind a label', () => expect(passage('location')).toBe('label: Brno'));
  it('is the heading over the content', () =>
    expect(passage('responsibilities')).toBe('heading: ## What you do'));
  it('is the figure', () => expect(passage('compensation')).toBe('content: €2,100 a month'));
  it('is the sentence', () =>
    expect(passage('equal-opportunity')).toBe('content: We hire without regard to age or origin.'));

  it('is the value of the front matter', () => {
    const source = '---\nlocation: Brno\n---\n\nYou tune pianos.\n';
    const info = read(source).sections.location;
    expect(info.present && source.slice(info.source.start, info.source.end)).toBe('Brno');
    expect(info).toMatchObject({ evidence: 'front-matter' });
  });
});

describe('what was read before', () => {
  const texts = [
    '# Host\n\nAt the bar, full time, €2,050 a month, plus tips\n\nApply by 3 May.\n',
    '# Caretaker\n\nVollzeit, unbefristet, 3.050 € im Monat\n\nClosing date: 14 June\n',
  ];
  const answers = (text: string): string => JSON.stringify(read(text).sections);

  it('makes no difference', () => {
    const first = texts.map(answers);
    expect(texts.toReversed().map(answers).toReversed()).toEqual(first);
    expect(read(texts[1]!).sections).toMatchObject({
      compensation: { present: true },
      deadline: { present: true },
    });
  });
});

describe('the section of a block', () => {
  it('is that of its heading, down to the next of the same level', () => {
    const { blocks } = read(
      '# Tuner\n\n## Requirements\n\n- An ear\n\n### In detail\n\n- A fork\n\n## Notes\n\nWe close in August.\n',
    );
    expect(blocks.map(({ section }) => section)).toEqual([
      undefined,
      'requirements',
      'requirements',
      'requirements',
      'requirements',
      undefined,
      undefined,
    ]);
  });

  it('is that of its label', () => {
    const { blocks } = read('# Tuner\n\n## The role\n\nYou tune.\n\nSalary: €2,100\n');
    expect(blocks.at(-1)?.section).toBe('compensation');
  });
});

describe('statements', () => {
  /** Texts of the regions of a kind. */
  function regions(text: string, kind: string): string[] {
    return read(text).blocks.flatMap((block) =>
      block.regions
        .filter((region) => region.kind === kind)
        .map(({ start, end }) => block.text.slice(start, end)),
    );
  }

  it('are whole paragraphs where three characteristics are named', () => {
    const text = 'We look after each other. Race, religion and age play no part when we hire.';
    expect(regions(`# Cook\n\n${text}\n`, 'equal-opportunity')).toEqual([text]);
  });

  it('are single sentences where none is named', () => {
    const text = '# Cook\n\nWe cook at noon. We are an equal opportunity employer. Knives are ours.\n';
    expect(regions(text, 'equal-opportunity')).toEqual(['We are an equal opportunity employer.']);
  });

  it('are all blocks under their heading', () => {
    const text =
      '# Cook\n\n## Diversity and inclusion\n\nCome as you are.\n\n- Really\n\n## Pay\n\n€15 an hour\n';
    expect(regions(text, 'equal-opportunity')).toEqual(['Come as you are.', 'Really']);
  });

  it.each([
    ['de', 'Bewerbungen sind unabhängig von Geschlecht, Herkunft, Alter und Religion willkommen.'],
    ['fr', 'Nous recrutons sans distinction de sexe, d’origine, d’âge ou de handicap.'],
    ['nl', 'Iedereen is welkom, ongeacht leeftijd, geslacht, afkomst of geloof.'],
    ['es', 'Contratamos sin importar sexo, edad, origen o religión.'],
  ])('are seen in other languages: %s', (_, text) => {
    expect(regions(`# X\n\n${text}\n`, 'equal-opportunity')).toEqual([text]);
  });

  it('about adjustments and records are told apart', () => {
    const text =
      '# Cook\n\nTell us if you need adjustments for the interview.\n\nWe consider applicants with arrest or conviction records.\n';
    expect(regions(text, 'accommodation')).toHaveLength(1);
    expect(regions(text, 'fair-chance')).toHaveLength(1);
    expect(regions(text, 'equal-opportunity')).toEqual([]);
  });

  it('in a list of duties are masked, but the posting makes none', () => {
    const posting = read('# Lead\n\n## Duties\n\n- Run the firm without regard to custom\n');
    expect(posting.sections['equal-opportunity'].present).toBe(false);
  });
});

describe('headings and labels', () => {
  it.each<[string, SectionKind]>([
    ['What you’ll do', 'responsibilities'],
    ['What the night porter does', 'responsibilities'],
    ['👩‍🔧 2) Your tasks:', 'responsibilities'],
    ['In this role, you will …', 'responsibilities'],
    ['As a pastry chef, you’ll', 'responsibilities'],
    ['A day in the life', 'responsibilities'],
    ['WHAT YOU BRING', 'requirements'],
    ['Who we’re looking for', 'requirements'],
    ['What the baker needs', 'requirements'],
    ['Skills, knowledge & experience', 'requirements'],
    ['Must-haves', 'requirements'],
    ['Do you have what it takes?', 'requirements'],
    ['Bonus points if you have', 'nice-to-have'],
    ['What’s in it for you?', 'benefits'],
    ['Our offer', 'benefits'],
    ['Pay & perks', 'compensation'],
    ['Salary and location', 'compensation'],
    ['What you earn', 'compensation'],
    ['Where you’ll be', 'location'],
    ['How to reach us', 'how-to-apply'],
    ['Interested?', 'how-to-apply'],
    ['Closing date', 'deadline'],
    ['Who we are', 'about-company'],
    ['About the theatre', 'about-company'],
    ['Equal opportunities', 'equal-opportunity'],
    ['Reasonable adjustments', 'accommodation'],
    ['Das bringst du mit', 'requirements'],
    ['Ce que tu feras', 'responsibilities'],
    ['Wat bieden wij', 'benefits'],
    ['Requisitos', 'requirements'],
    ['Qui sommes-nous', 'about-company'],
  ])('%s', (text, kind) => {
    expect(recogniser.heading(text)).toBe(kind);
  });

  it.each(['Welcome to the harbour', 'Python', 'Team lead', 'We mend nets by hand', '2027', ''])(
    'unknown: %s',
    (text) => {
      expect(recogniser.heading(text)).toBeUndefined();
    },
  );

  it.each<[string, SectionKind]>([
    ['Place of work', 'location'],
    ['Lieu de travail', 'location'],
    ['Hours', 'employment-type'],
    ['Arbeitsmodell', 'work-model'],
    ['Apply by', 'deadline'],
  ])('label %s', (text, kind) => {
    expect(recogniser.label(text)).toBe(kind);
  });
});

describe('a template', () => {
  it.each(definitions.map((definition) => [definition.section, definition.template] as const))(
    'of %s is known by its heading, and gives no fact until it is filled in',
    (kind, { heading, content }) => {
      expect(recogniser.heading(heading)).toBe(kind);
      const lines = content.map((part) => ('item' in part ? `- ${part.item}` : part.paragraph));
      const { sections, blocks } = read(`# Tuner\n\n## ${heading}\n\n${lines.join('\n')}\n`);
      // A statement is one without its names, too.
      const statement = ['equal-opportunity', 'accommodation', 'fair-chance'].includes(kind);
      expect(sections[kind].present).toBe(statement);
      expect(blocks.find((block) => block.kind === 'heading' && !block.title)?.section).toBe(kind);
    },
  );
});
