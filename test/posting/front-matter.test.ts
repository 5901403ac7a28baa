import { describe, expect, it } from 'vitest';
import { read } from './helpers.ts';

function values(text: string): [string, string, string][] {
  const posting = read(text);
  return (posting.frontMatter?.values ?? []).map(({ key, value, source }) => [
    key,
    value,
    text.slice(source.start, source.end),
  ]);
}

describe('front matter', () => {
  it('reads flat YAML with the places of its values', () => {
    const text =
      "---\n# how to fill in\nTitle: Nurse # night\nlocation: 'Truro, Cornwall'\nsalary_min: 31000\nempty:\n---\nJoin us.";
    expect(values(text)).toEqual([
      ['title', 'Nurse', 'Nurse'],
      ['location', 'Truro, Cornwall', "'Truro, Cornwall'"],
      ['salary_min', '31000', '31000'],
      ['empty', '', ''],
    ]);
    const { frontMatter, blocks } = read(text);
    expect(text.slice(0, frontMatter?.source.end).endsWith('---')).toBe(true);
    expect(blocks.map((block) => block.text)).toEqual(['Join us.']);
  });

  it('joins nested keys, gives every value of a list, and folds long texts', () => {
    const text =
      '---\njob:\n  place:\n    city: Ghent\n  days: [Mon, Tue]\nabout: >-\n  We bake\n  bread.\n---\n';
    expect(values(text).map(([key, value]) => [key, value])).toEqual([
      ['job.place.city', 'Ghent'],
      ['job.days', 'Mon'],
      ['job.days', 'Tue'],
      ['about', 'We bake bread.'],
    ]);
  });

  it('records a mistake and reads on', () => {
    const text = '---\ntitle: Nurse\ntitle: Carer\nbad: [\n---\n\n# Nurse';
    const posting = read(text);
    expect(posting.frontMatter?.error?.offset).toBeGreaterThan(4);
    expect(posting.frontMatter?.values.map(({ value }) => value)).toContain('Nurse');
    expect(posting.blocks.map((block) => block.text)).toEqual(['Nurse']);
  });

  it('gives template tags as they stand', () => {
    expect(
      values('---\ntitle: {{ role }} nurse\nnext: "{% if a %}b{% endif %}"\n---\n').map(([, value]) => value),
    ).toEqual(['{{ role }} nurse', '{% if a %}b{% endif %}']);
  });

  it('is not swallowed by a template comment that is shown as an example', () => {
    const text =
      '---\n# end with {% comment %}\ntitle: Nurse\n---\n\nText. {% comment %}hidden{% endcomment %}';
    expect(values(text)).toEqual([['title', 'Nurse', 'Nurse']]);
    expect(read(text).blocks.map((block) => block.text)).toEqual(['Text.']);
  });

  it('reads TOML', () => {
    const text =
      '+++\ntitle = "Nurse"\ndays = ["Mon", \'Tue\']\n[pay]\nmin = 31_000 # gross\nnote = """\nby month"""\n+++\n\nJoin us.';
    expect(values(text)).toEqual([
      ['title', 'Nurse', '"Nurse"'],
      ['days', 'Mon', '"Mon"'],
      ['days', 'Tue', "'Tue'"],
      ['pay.min', '31_000', '31_000'],
      ['pay.note', 'by month', '"""\nby month"""'],
    ]);
    const broken = read('+++\ntitle = Nurse\n+++\n');
    expect(broken.frontMatter?.error?.offset).toBeGreaterThanOrEqual(4);
  });

  it('is none without a closing fence, and none but at the beginning', () => {
    expect(read('---\ntitle: Nurse\n\nText.').frontMatter).toBeUndefined();
    expect(read('Text.\n\n---\ntitle: Nurse\n---\n').frontMatter).toBeUndefined();
  });

  it('stands behind a byte order mark and before carriage returns', () => {
    const text = '\uFEFF---\r\ntitle: Nurse\r\nlang: nl\r\n---\r\nWe zoeken.';
    expect(values(text).map(([, , written]) => written)).toEqual(['Nurse', 'nl']);
    expect(read(text).frontMatter?.source.start).toBe(1);
    expect(read(text).language).toBe('nl');
  });

  it('has a title: no line of the body becomes one', () => {
    expect(read('---\ntitle: Nurse\n---\n\n**About us**\n\nWe care.').blocks.some(({ title }) => title)).toBe(
      false,
    );
  });
});
