import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../src/posting/detect-format.ts';
import { read, regions } from './helpers.ts';

const only = (text: string, kind: string): string[] =>
  regions(text)
    .filter((region) => region.startsWith(`${kind}: `))
    .map((region) => region.slice(kind.length + 2));

describe('addresses', () => {
  it.each([
    ['Go to https://a.example/jobs?x=1.', ['https://a.example/jobs?x=1']],
    ['Look (www.a.example/b_(c)) here', ['www.a.example/b_(c)']],
    ['Apply at careers.acme.com/jobs, please', ['careers.acme.com/jobs']],
    ['Node.js, ASP.NET and e.g. this.That', []],
    ['It ends.Then goes on, work.At last', []],
    ['ACME.COM', ['ACME.COM']],
  ])('%s', (text, expected) => {
    expect(only(text, 'url')).toEqual(expected);
  });

  it.each([
    ['Mail <jo@a.example>!', ['jo@a.example']],
    ['jo.smith+jobs@a.co.uk, or call', ['jo.smith+jobs@a.co.uk']],
    ['E-mail:jo@a.example', ['jo@a.example']],
    ['meet @ noon', []],
  ])('%s', (text, expected) => {
    expect(only(text, 'email')).toEqual(expected);
  });
});

describe('quotations', () => {
  it.each([
    ['We never say “rock star”.', ['“rock star”']],
    ['Call it "open door" or "drop in".', ['"open door"', '"drop in"']],
    ['Der Titel „Chef“ zählt', ['„Chef“']],
    ['Le mot « équipe » compte', ['« équipe »']],
    ["the word 'crew' is fine", ["'crew'"]],
    ['the drivers’ room and the nurses’ flat', []],
    ["the drivers' room, don't and '90s", []],
    ['a 6" blade and a 10" pan', []],
    ['an open “quote that never ends', []],
  ])('%s', (text, expected) => {
    expect(only(text, 'quotation')).toEqual(expected);
  });
});

describe('titles of works', () => {
  it.each([
    ['We stage *Death of a Salesman* in May.', ['Death of a Salesman']],
    ['You play in *The Cherry Orchard*.', ['The Cherry Orchard']],
    ['We need a *Senior Engineer* now.', []],
    ['We are *very* happy.', []],
    ['You are *young and hungry*.', []],
    ['***Analysis of Evidence*** counts.', []],
  ])('%s', (text, expected) => {
    expect(only(text, 'work-title')).toEqual(expected);
  });
});

describe('labels', () => {
  it.each([
    ['Location: Leeds', ['Location:']],
    ['**Place of work:** Leeds', ['Place of work:']],
    ['**Location**: Leeds', ['Location:']],
    ['Lieu de travail : Lyon', ['Lieu de travail :']],
    ['Salary – good', ['Salary –']],
    ['Pay:$24', ['Pay:']],
    ['- Data work: you clean tables', ['Data work:']],
    ['Who are we? A bakery.', ['Who are we?']],
    ['You must have one of these: a dog, a cat', []],
    ['We open at 10:30 sharp', []],
    ['See https://a.example', []],
  ])('%s', (text, expected) => {
    expect(only(text, 'label')).toEqual(expected);
  });
});

describe('placeholders', () => {
  it('marks what waits to be filled in', () => {
    expect(
      only('Join [Company Name] in [CITY] with [your manager] for <<pay>> and {{bonus}}.', 'placeholder'),
    ).toEqual(['[Company Name]', '[CITY]', '[your manager]', '<<pay>>', '{{bonus}}']);
    expect(only('We [and you] know [sic].', 'placeholder')).toEqual([]);
  });
});

describe('languages', () => {
  const french =
    'Nous cherchons une infirmière pour notre équipe et vous travaillerez dans un hôpital de la ville.';
  const german = 'Wir suchen eine Pflegekraft für unser Team, und du arbeitest mit uns in der Stadt.';
  const english = 'We are looking for a nurse to join our team, and you will work in a hospital in the city.';

  it('judges each paragraph; short ones go with those around them', () => {
    const posting = read(`${english}\n\n- Truro\n\n${english}\n\n${french}\n\n- Lyon\n\n${french}`);
    expect(posting.blocks.map(({ language }) => language)).toEqual(['en', 'en', 'en', 'fr', 'fr', 'fr']);
    expect(read(`${german}\n\nPflege`).blocks.map(({ language }) => language)).toEqual(['de', 'de']);
  });

  it('stays English with foreign labels and names', () => {
    const posting = read(`Ort: Linz\nGehalt: 4.850 EUR brutto pro Monat\n\n${english}`);
    expect(new Set(posting.blocks.map(({ language }) => language))).toEqual(new Set(['en']));
  });

  it('is as declared', () => {
    expect(read(`---\nlocale: de_AT\n---\n\n${english}`).blocks[0]!.language).toBe('de');
    expect(read('12 345').language).toBe('en');
  });

  it.each([
    [
      'nl',
      'Wij zoeken een verpleegkundige die met ons in het team van de stad wil werken en je krijgt goede uren.',
    ],
    [
      'es',
      'Buscamos una persona para nuestro equipo, con ganas de trabajar en la ciudad y que sea parte de los proyectos.',
    ],
    [
      'pt',
      'Procuramos uma pessoa para a nossa equipa, com vontade de trabalhar na cidade e que não tenha medo de projetos.',
    ],
    [
      'it',
      'Cerchiamo una persona per il nostro gruppo che sia parte della città e non abbia paura di progetti.',
    ],
    [
      'sv',
      'Vi söker dig som vill arbeta med oss och som har erfarenhet av att leda ett team på vår avdelning.',
    ],
    ['ru', 'Мы ищем медсестру для работы в больнице в центре города.'],
    ['uk', 'Ми шукаємо медсестру для роботи в лікарні, її досвід важливий.'],
  ])('knows %s', (language, text) => {
    expect(read(text).language).toBe(language);
  });
});

describe('detectFormat', () => {
  it.each([
    ['a/b.md', '', 'markdown'],
    ['a.MDX', '', 'markdown'],
    ['a.htm', '', 'html'],
    ['a.txt', '<p>', 'text'],
    ['job', '<!DOCTYPE html><html>', 'html'],
    ['job', '  <div class="a">', 'html'],
    ['', 'We need <b>you</b>', 'text'],
  ])('%s with %s is %s', (path, text, format) => {
    expect(detectFormat(path, text)).toBe(format);
  });
});
